//! Things behind handles: a handle is the place of one, and goes to another when it is freed.

use alloc::vec::Vec;

pub(super) struct Table<T>(Vec<Option<T>>);

impl<T> Table<T> {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn add(&mut self, thing: T) -> usize {
        let free = self.0.iter().position(Option::is_none).unwrap_or(self.0.len());
        match self.0.get_mut(free) {
            Some(place) => *place = Some(thing),
            None => self.0.push(Some(thing)),
        }
        free
    }

    pub(super) fn get(&self, handle: usize) -> Option<&T> {
        self.0.get(handle)?.as_ref()
    }

    #[cfg(feature = "wasm")]
    pub(super) fn get_mut(&mut self, handle: usize) -> Option<&mut T> {
        self.0.get_mut(handle)?.as_mut()
    }

    /// Frees a handle.
    pub(super) fn take(&mut self, handle: usize) -> Option<T> {
        self.0.get_mut(handle)?.take()
    }
}
