import PDFDocument from 'pdfkit';
import { pdfBytes } from '../../scan/pdf-bytes.js';

/**
 * A document with text, but without any heading, column or label of the known PTR forms. It contains no trade: a parser
 * that finds one has made it up, and a parser that reports "no trades" has not noticed the form.
 */
export function renderUnknownForm(): Promise<Buffer> {
  return renderText('STATEMENT OF COVERED DEALINGS', [
    'Form CD-7 (stand-in). Part A: particulars of the declarant. Part B: particulars of the dealings.',
    'The particulars of this statement are held in the annex, which has been issued apart.',
  ]);
}

/** A report other than a PTR (annual report, extension …). It is only served, never parsed. */
export function renderOtherForm(docId: string): Promise<Buffer> {
  return renderText('FINANCIAL DISCLOSURE REPORT', [
    `Filing ID #${docId}`,
    'This is a stand-in for tests. The contents of the report are not part of its facts.',
  ]);
}

function renderText(title: string, paragraphs: readonly string[]): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'LETTER',
    margin: 60,
    pdfVersion: '1.4',
    ownerPassword: 'stand-in',
    info: { Producer: 'Rotunda stand-in', CreationDate: new Date(0) },
  });
  return pdfBytes(document, () => {
    document.font('Times-Bold').fontSize(16).text(title);
    document.font('Times-Roman').fontSize(10);
    for (const paragraph of paragraphs) document.moveDown().text(paragraph);
  });
}
