import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI document, for routes that repeat what it says. */
@Injectable()
export class ApiDescription {
  private known: OpenAPIObject | undefined;

  /** @throws where the gateway is not prepared yet */
  get document(): OpenAPIObject {
    if (!this.known) throw new Error('The OpenAPI document is made once all routes are there.');
    return this.known;
  }

  set document(document: OpenAPIObject) {
    this.known = document;
  }
}
