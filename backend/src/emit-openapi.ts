import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { API_PREFIX, PREFIX_OPTIONS, adapter } from './create-app.ts';
import { createDocument } from './openapi/document.ts';

// Writes the OpenAPI document to the file named on the command line. Nothing is started: no database is needed.
const [, , file] = process.argv;
if (file === undefined) throw new Error('Name the file to write');
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.from({ DATABASE_URL: 'postgres://unused' }),
  adapter(),
  { preview: true, logger: false, abortOnError: false },
);
app.setGlobalPrefix(API_PREFIX, PREFIX_OPTIONS);
await writeFile(file, `${JSON.stringify(createDocument(app), null, 2)}\n`);
