/**
 * Stands for the SDK's search for credentials in files, SSO and metadata servers: 130 KB that no function needs,
 * because Lambda hands them over in the environment and cloud/environment.ts passes them on.
 */
export const defaultProvider = () => () =>
  Promise.reject(new Error("This client was opened without credentials: pass those of placeOf()"));
