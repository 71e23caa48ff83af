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

  isBlack(x: number, y: number): boolean {
    return (this.bytes[y * this.bytesPerLine + (x >> 3)]! & (0x80 >> (x & 7))) === 0;
  }

  /** The page a quarter turn clockwise. */
  turned(): Bitmap {
    const turned = new Bitmap(this.height, this.width);
    for (let y = 0; y < this.height; y += 1) {
      for (let x = 0; x < this.width; x += 1) if (this.isBlack(x, y)) turned.blacken(this.height - 1 - y, x);
    }
    return turned;
  }
}
