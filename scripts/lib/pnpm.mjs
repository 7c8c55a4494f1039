/** The one version that made the lockfile; fetched by npx, so that nobody has to install it. */
export const pnpm = 'pnpm@12.21.0';
