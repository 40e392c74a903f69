//! The boundary: what JavaScript can call. The only room that names wasm-bindgen and js-sys.

#[cfg(feature = "wasm")]
mod client;
#[cfg(feature = "wasm")]
mod contact;
#[cfg(feature = "wasm-form")]
mod mapper;
mod phone;
#[cfg(feature = "wasm")]
mod suggest;
#[cfg(feature = "wasm-form")]
mod table;

/// Smaller than the allocator of std.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Without std nothing is said of a panic: the facade makes a new instance, and names the trap.
#[cfg(all(target_arch = "wasm32", not(feature = "wasm")))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
