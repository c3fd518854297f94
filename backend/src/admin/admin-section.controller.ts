import { Controller, Get, type HttpRedirectResponse, HttpStatus, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { Settings } from '../config/settings.ts';

/** Leads from the API's own address to the admin section of the web app. */
@ApiExcludeController()
@Controller('admin')
export class AdminSectionController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Access('open')
  @Redirect()
  lead(): HttpRedirectResponse {
    return { url: `${this.settings.webUrl}/admin`, statusCode: HttpStatus.FOUND };
  }
}
