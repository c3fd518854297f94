import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { type Environment, readEnvironment } from './environment.ts';
import { Settings } from './settings.ts';

/** Provides `Settings` everywhere, read once from the given variables. */
@Module({})
export class SettingsModule {
  /** @throws InvalidEnvironmentError when a variable is wrong. */
  static from(variables: Record<string, string | undefined>): DynamicModule {
    const environment = readEnvironment(variables);
    return {
      module: SettingsModule,
      global: true,
      imports: [ConfigModule.forRoot({ ignoreEnvFile: true, skipProcessEnv: true, load: [() => ({ environment })] })],
      providers: [
        {
          provide: Settings,
          inject: [ConfigService],
          useFactory: (config: ConfigService) => new Settings(config.getOrThrow<Environment>('environment')),
        },
      ],
      exports: [Settings],
    };
  }
}
