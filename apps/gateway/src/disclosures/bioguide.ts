export const BIOGUIDE = /^[A-Z]\d{6}$/;
export const BIOGUIDE_MESSAGE = 'bioguide must be a bioguide id: a capital letter and six digits';
