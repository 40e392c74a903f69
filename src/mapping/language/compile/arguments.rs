//! What stands behind a directive's name: are these its properties, and all that it needs?

use super::Compiler;
use crate::mapping::language::diagnostic::DiagnosticCode;
use crate::mapping::language::directive::Property;
use crate::name::nearest;
use crate::record::{NodeId, Value};
use alloc::format;
use alloc::vec::Vec;

impl Compiler<'_> {
    /// Says which properties are unknown or missing; `None` if any is.
    pub(super) fn verify(&mut self, node: NodeId, properties: &[Property]) -> Option<()> {
        if !matches!(self.spec.value(node), Value::Object) {
            let names: Vec<_> = properties.iter().map(|one| format!("`{}`", one.name)).collect();
            self.expected(format!("an object with {}", names.join(", ")), node);
            return None;
        }
        let before = self.diagnostics.len();
        for (name, property) in self.spec.children(node) {
            if !properties.iter().any(|one| one.name == name) {
                let near = nearest(name, &mut properties.iter().map(|one| one.name));
                self.say(DiagnosticCode::UnknownProperty, property, near);
            }
        }
        for Property { name, optional, .. } in properties {
            if !optional && self.spec.property(node, name).is_none() {
                self.say(DiagnosticCode::MissingProperty { name }, node, Vec::new());
            }
        }
        (self.diagnostics.len() == before).then_some(())
    }
}
