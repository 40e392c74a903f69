//! Finds a Chromium with its driver, a Firefox, and the driver of `WebKitGTK`, or installs them with the ordinary package
//! clients.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::files::root;
use crate::process::{command, keep};
use crate::tools;

/// A browser and the driver of the same version.
pub(crate) struct Browser {
    /// The program of the browser.
    pub(crate) chrome: PathBuf,
    /// The program that drives it.
    pub(crate) driver: PathBuf,
}

/// A browser found on the machine, else installed.
pub(crate) fn find() -> Result<Browser> {
    if let Some(found) = on_this_machine() {
        return Ok(found);
    }
    let apt = install_by_apt(&["chromium", "chromium-driver"]);
    if let Some(found) = on_this_machine() {
        return Ok(found);
    }
    let playwright = install_by_playwright();
    if let (Ok(chrome), Some(driver)) = (&playwright, driver()) {
        return Ok(Browser { chrome: chrome.clone(), driver });
    }
    bail!(
        "the tests need Chromium and chromedriver of the same version.\n\
         Install them (Debian: apt-get install chromium chromium-driver; macOS: brew install --cask chromium chromedriver),\n\
         or name them in CHROME and CHROMEDRIVER.\n\
         apt-get: {}\nPlaywright: {}",
        apt.err().map_or_else(
            || "installed them, but they can't be found".into(),
            |error| format!("{error:#}")
        ),
        playwright
            .err()
            .map_or_else(|| "has a browser, but no driver".into(), |error| format!("{error:#}")),
    )
}

/// A Firefox found on the machine, else installed. It is driven by `WebDriver BiDi`, so it needs no driver.
pub(crate) fn firefox() -> Result<PathBuf> {
    if let Some(found) = firefox_on_this_machine() {
        return Ok(found);
    }
    let apt = install_by_apt(&["firefox-esr"]);
    if let Some(found) = firefox_on_this_machine() {
        return Ok(found);
    }
    bail!(
        "the tests need Firefox.\n\
         Install it (Debian: apt-get install firefox-esr; macOS: brew install --cask firefox), or name it in FIREFOX.\n\
         apt-get: {}",
        apt.err().map_or_else(
            || "installed it, but it can't be found".into(),
            |error| format!("{error:#}")
        ),
    )
}

fn firefox_on_this_machine() -> Option<PathBuf> {
    let app = Path::new("/Applications/Firefox.app/Contents/MacOS/firefox");
    named("FIREFOX")
        .or_else(|| ["firefox", "firefox-esr"].into_iter().find_map(on_path))
        .or_else(|| app.exists().then(|| app.to_owned()))
}

/// The `WebDriver` of `WebKitGTK` found on the machine, with a screen to be had, else installed.
pub(crate) fn webkit() -> Result<PathBuf> {
    if let Some(found) = webkit_on_this_machine() {
        return Ok(found);
    }
    let apt = install_by_apt(&["webkit2gtk-driver", "xvfb"]);
    if let Some(found) = webkit_on_this_machine() {
        return Ok(found);
    }
    bail!(
        "WebKitGTK is left out: there is no WebKitWebDriver with a display or Xvfb \
         (Debian: apt-get install webkit2gtk-driver xvfb), and WEBKIT names none. apt-get: {}",
        apt.err().map_or_else(
            || "installed it, but it can't be found".into(),
            |error| format!("{error:#}")
        ),
    )
}

fn webkit_on_this_machine() -> Option<PathBuf> {
    let screen = std::env::var_os("DISPLAY").is_some_and(|name| !name.is_empty());
    if !screen && on_path("Xvfb").is_none() {
        return None;
    }
    named("WEBKIT").or_else(|| on_path("WebKitWebDriver"))
}

fn on_this_machine() -> Option<Browser> {
    Some(Browser { chrome: chrome()?, driver: driver()? })
}

/// The browser, where the machine has one.
pub(crate) fn chrome() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let apps = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    named("CHROME")
        .or_else(|| names.into_iter().find_map(on_path))
        .or_else(|| apps.into_iter().map(PathBuf::from).find(|path| path.exists()))
}

fn driver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|directory| directory.join(&file))
        .find(|path| path.is_file())
}

fn install_by_apt(packages: &[&str]) -> Result<()> {
    if on_path("apt-get").is_none() {
        bail!("not on this machine");
    }
    if keep(&mut command("id", &["-u"], &root()))?.trim() != "0" {
        bail!("asks for root");
    }
    keep(&mut command("apt-get", &["update", "-qq"], &root()))?;
    keep(
        command("apt-get", &["install", "-y", "-qq", "--no-install-recommends"], &root())
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
    .map(drop)
}

fn install_by_playwright() -> Result<PathBuf> {
    let tools = tools::javascript()?;
    keep(&mut command(
        "node",
        &["node_modules/playwright-core/cli.js", "install", "chromium"],
        &tools,
    ))?;
    let ask = "console.log(require('playwright-core').chromium.executablePath())";
    let answer = keep(&mut command("node", &["-e", ask], &tools))?;
    Ok(PathBuf::from(answer.trim()))
}

/// The flags that let Chromium run without a screen, without a user, without talking to anybody, and as root.
pub(crate) const FLAGS: [&str; 7] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

/// Writes what wasm-bindgen's test runner tells the driver, and makes an empty profile; the answer is the file.
pub(crate) fn capabilities(browser: &Browser, directory: &Path) -> Result<PathBuf> {
    crate::files::empty(directory)?;
    let profile = directory.join("profile");
    fs::create_dir_all(&profile)?;
    let mut flags: Vec<String> = FLAGS.iter().map(|flag| quoted(flag)).collect();
    flags.push(quoted(&format!("--user-data-dir={}", profile.display())));
    let binary = quoted(&browser.chrome.to_string_lossy());
    let text = format!(
        "{{\"goog:chromeOptions\":{{\"binary\":{binary},\"args\":[{}]}}}}\n",
        flags.join(",")
    );
    let file = directory.join("webdriver.json");
    fs::write(&file, text).with_context(|| format!("could not write {}", file.display()))?;
    Ok(file)
}

/// A text in JSON; paths hold no control characters.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
