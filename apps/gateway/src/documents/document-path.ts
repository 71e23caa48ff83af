/** Where the API hands out an archived document. */
export const documentPath = (sha256: string): string => `/api/v1/documents/${sha256}`;
