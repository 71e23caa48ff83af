/** The chamber that this process scrapes. */
export const SCRAPED_CHAMBER = Symbol('scraped chamber');
