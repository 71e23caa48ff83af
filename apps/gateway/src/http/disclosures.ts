import { applyDecorators } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ApiExtension } from '@nestjs/swagger';
import { RouteFacts } from './route-facts.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    disclosures?: boolean;
  }
}

/** Marks disclosed data in the OpenAPI document. */
export const DISCLOSURES_EXTENSION = 'x-disclosures';

const ofRoute = applyDecorators(
  RouteFacts({ disclosures: true }),
  ApiExtension(DISCLOSURES_EXTENSION, true),
) as MethodDecorator;

/** A controller, or a route, whose answers hold disclosed data: they carry the law's notice in their headers. */
export const Disclosures =
  (): ClassDecorator & MethodDecorator =>
  (target: object, name?: string | symbol, descriptor?: PropertyDescriptor): void => {
    if (name !== undefined && descriptor) return void ofRoute(target, name, descriptor);
    const prototype = (target as { prototype: object }).prototype;
    for (const [key, each] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const isRoute = typeof each.value === 'function' && Reflect.hasMetadata(PATH_METADATA, each.value as object);
      if (isRoute) ofRoute(prototype, key, each);
    }
  };
