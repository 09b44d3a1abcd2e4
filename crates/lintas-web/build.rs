//! Builds the pages anew when a file of the assets comes or goes: the islands are bundled by `cargo xtask islands`.

fn main() {
    println!("cargo::rerun-if-changed=assets");
}
