import { type Command, Option } from 'commander';
import { FILING_FORMATS, OWNERS, TRANSACTION_TYPES } from '#rotunda/domain/light';
import { addSeenFilters, readDay, wordsOption } from './filters.js';

const TRUTH = ['true', 'false'];

/** The filters of the list of trades, and of what is exported of them; `search` is the API's `q`. */
export const addTradeFilters = (verb: Command): Command =>
  addSeenFilters(verb)
    .addOption(wordsOption('--owner <owner>', 'only of this owner', [...OWNERS, 'unknown']))
    .addOption(wordsOption('--type <type>', 'only of this type', TRANSACTION_TYPES))
    .option(
      '--asset-type <type>',
      'of this type of asset, as the forms write it, e.g. ST or Stock; several with commas',
    )
    .addOption(wordsOption('--source <source>', 'only from reports that were filed so', FILING_FORMATS))
    .option('--traded-from <day>', 'traded on this day or later', readDay)
    .option('--traded-to <day>', 'traded on this day or earlier', readDay)
    .option('--amount-from <dollars>', 'its whole band is at or above this amount')
    .option('--amount-to <dollars>', 'its whole band is at or below this amount')
    .addOption(new Option('--late <whether>', 'disclosed more than 45 days after the trade, or not').choices(TRUTH))
    .option('--flag <flag>', 'with this quality flag, of the row or of its filing; several with commas')
    .option('--search <words>', 'words of the asset’s and the filer’s name; typing errors are forgiven')
    .option('--include-superseded', 'also trades that another filing amends or withdraws');
