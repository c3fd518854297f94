import { Injectable, signal } from '@angular/core';

/** The token somebody came with, from the link in their mail. It is nowhere but in this page. */
@Injectable()
export class ArrivingToken {
  private readonly token = signal<string | null>(null);

  readonly value = this.token.asReadonly();

  arrive(token: string): void {
    this.token.set(token);
  }

  /** It was used, or is of no use. */
  forget(): void {
    this.token.set(null);
  }
}
