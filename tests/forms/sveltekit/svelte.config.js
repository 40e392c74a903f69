export default { kit: { paths: { base: "/superforms" }, outDir: "../dist/sveltekit" } };
