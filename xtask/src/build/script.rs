//! The engine as JavaScript, for hosts without WebAssembly and for pages whose policy forbids it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::{binaryen, bind};
use crate::files::root;
use crate::process::{command, keep};

/// What rustc's code uses beyond the first version of WebAssembly.
const FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// And what JavaScript has no operation for.
const LOWERED: [&str; 3] = [
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
];

/// Makes `<name>-script.js` with its glue, and `<name>-script.code.js`, the engine itself.
pub(super) fn make(name: &str, wasm: &Path, directory: &Path, tools: &Path) -> Result<()> {
    let name = format!("{name}-script");
    let plain = directory.join(format!("{name}.rustc.wasm"));
    fs::write(&plain, without_features(&fs::read(wasm)?)?)?;
    bind(&name, &plain, directory)?;
    let glue = directory.join(format!("{name}.js"));
    let text = fs::read_to_string(&glue)?;
    fs::write(&glue, text.replace(FIXED_OBJECTS[0], FIXED_OBJECTS[1]))?;
    let [bound, lowered] =
        ["_bg.wasm", ".wasm"].map(|ending| directory.join(name.clone() + ending));
    let run = |program: &str, flags: &[&str], from: &Path, to: &Path| {
        let mut command = command("node", &[], &root());
        keep(command.arg(binaryen(tools, program)?).args(flags).arg(from).arg("-o").arg(to))
            .map(drop)
    };
    run("wasm-opt", &[&FEATURES[..], &LOWERED, &["-Os"]].concat(), &bound, &lowered)?;
    let script = directory.join(format!("{name}.code.js"));
    run("wasm2js", &["-O"], &lowered, &script)?;
    let text = fs::read_to_string(&script)?;
    fs::write(&script, function(&text).context("wasm2js wrote another form of script")?)?;
    Ok(())
}

/// Where the objects end that are never given back: the core was compiled to ask this of the tables of the engine, and
/// here they are in the glue's array, which says 1028 itself.
const FIXED_OBJECTS: [&str; 2] = [
    "import * as import1 from \"__wbindgen_externref_xform__\"",
    "const import1 = { __wbindgen_externref_statics_end: () => 1028 };",
];

/// What wasm2js writes, and how it is with WebAssembly: a trap has a name, and memory that grew has left its buffer,
/// which is how the glue and the facade tell that their views of it are old.
const AS_IN_WEBASSEMBLY: [(&str, &str); 2] = [
    (
        "throw new Error('abort')",
        "throw Object.assign(new Error('unreachable'), { name: 'RuntimeError' })",
    ),
    (
        "buffer = newBuffer;",
        "structuredClone(buffer, { transfer: [buffer] });\n   buffer = newBuffer;",
    ),
];

/// A function that makes an instance of what was written as a module that is one.
fn function(script: &str) -> Option<String> {
    let (_, body) = script
        .split_once("\n\n  var bufferView;")
        .or_else(|| script.split_once("var bufferView;"))?;
    let (body, _) = body.split_once("\nvar retasmFunc = asmFunc({")?;
    let mut body = body.to_owned();
    for (written, instead) in AS_IN_WEBASSEMBLY {
        body = body.contains(written).then(|| body.replace(written, instead))?;
    }
    Some(format!("var bufferView;{body}\nexport {{ asmFunc as instantiate }};\n"))
}

/// The module, as if it used nothing new: wasm-bindgen then keeps JavaScript's objects in an array of its glue, where
/// else it needs tables that JavaScript has not. Source: the tool conventions of WebAssembly, `Linking.md`.
fn without_features(module: &[u8]) -> Result<Vec<u8>> {
    const NAME: &[u8] = b"target_features";
    let (header, mut rest) = module.split_at_checked(8).context("expected a module")?;
    let mut plain = header.to_vec();
    while let Some((id, after)) = rest.split_first() {
        let (size, after) = leb128(after)?;
        let (content, next) = after.split_at_checked(size).context("expected a whole section")?;
        let named = content.get(1..).is_some_and(|text| text.starts_with(NAME));
        let section = rest.strip_suffix(next).unwrap_or_default();
        if !(*id == 0 && named) {
            plain.extend_from_slice(section);
        }
        rest = next;
    }
    ensure!(plain.len() < module.len(), "expected a section `target_features`");
    let length = u8::try_from(NAME.len())?;
    plain.extend([0, length + 2, length]);
    plain.extend_from_slice(NAME);
    plain.push(0);
    Ok(plain)
}

/// A number, seven bits a byte.
fn leb128(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let (mut number, mut rest) = (0, bytes);
    for place in 0..5 {
        let (byte, after) = rest.split_first().context("expected a number")?;
        rest = after;
        number |= usize::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 {
            return Ok((number, rest));
        }
    }
    bail!("expected a number of five bytes at most")
}
