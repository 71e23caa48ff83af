import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { NatsHealth } from '#rotunda/messaging';
import { StoreVersion } from '#rotunda/persistence';
import { orLate, VERSION } from '#rotunda/runtime';
import { Needs } from '../access/needs.js';

const ANSWERS_WITHIN_MS = 2_000;

class Versions {
  @ApiProperty({ example: '0.1.0', description: 'Of the gateway' })
  gateway!: string;
  @ApiProperty({ example: '24.4.0', description: 'Of the Node.js that runs the gateway' })
  node!: string;
  @ApiProperty({ type: String, nullable: true, example: '2.12.0', description: 'Null while NATS is away' })
  nats_server!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '18.1', description: 'Null while Postgres is away' })
  postgres!: string | null;
}

@ApiTags('version')
@Controller('version')
export class VersionController {
  constructor(
    private readonly nats: NatsHealth,
    private readonly store: StoreVersion,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Shows the versions of the gateway and of what it is connected to' })
  @ApiOkResponse({ type: Versions })
  async show(): Promise<Versions> {
    return {
      gateway: VERSION,
      node: process.versions.node,
      nats_server: this.nats.serverVersion,
      postgres: await orLate(this.store.read(), ANSWERS_WITHIN_MS, () => null),
    };
  }
}
