import { IntersectionType } from '@nestjs/swagger';
import { ChosenFieldsParams } from '../../http/lists/chosen-fields.js';
import { ListParams } from '../../http/list-params.js';
import { DisclosureFilterParams } from '../disclosure-params.js';

export class LateListParams extends IntersectionType(DisclosureFilterParams, ListParams, ChosenFieldsParams) {}
