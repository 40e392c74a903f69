export default { basePath: "/next", distDir: ".next", devIndicators: false };
