/** A page of black and white dots, like a fax: one bit per dot, 1 is white. */
export class Bitmap {
  readonly bytes: Buffer;
  private readonly bytesPerLine: number;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.bytesPerLine = Math.ceil(width / 8);
    this.bytes = Buffer.alloc(this.bytesPerLine * height, 0xff);
  }

  blacken(x: number, y: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const index = Math.floor(y) * this.bytesPerLine + Math.floor(x / 8);
    this.bytes[index]! &= ~(0x80 >> (Math.floor(x) % 8));
  }

  horizontal(left: number, right: number, y: number): void {
    for (let x = left; x <= right; x += 1) this.blacken(x, y);
  }

  vertical(x: number, top: number, bottom: number): void {
    for (let y = top; y <= bottom; y += 1) this.blacken(x, y);
  }

  /** Draws one dot of a pen. */
  press(x: number, y: number): void {
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      this.blacken(x + dx, y + dy);
  }
}
