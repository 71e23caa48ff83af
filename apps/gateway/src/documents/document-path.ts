/** Path of an archived document in the API. */
export const documentPath = (sha256: string): string => `/api/v1/documents/${sha256}`;
