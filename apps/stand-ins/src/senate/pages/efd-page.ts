/** The frame of all eFD pages: the parts with names that a parser can look for. */
export function efdPage({ title, main, script = '' }: { title: string; main: string; script?: string }): string {
  return `<!DOCTYPE HTML>
    <html lang="en">
        <head>
            <title>${title}</title>
            <meta name="robots" content="noindex">
            <meta charset="utf-8">
            <meta content="width=device-width, initial-scale=1" name="viewport">
            <link rel="icon" href="data:,">
${script}
        </head>

        <body>
            <div class="container-wrap" id="top">
                <header class="container-fluid d-print-block txtLogo ">
                    <small>United States Senate</small><br />
                    Financial Disclosures
                </header>
                <nav class="navbar navbar-expand-lg navbar-light fixed-top d-print-none">
                    <a href="#content" class="sr-only sr-only-focusable" tabindex="0">Skip to main content</a>
                </nav>
                <main class="container-fluid pgContent" id="content">
                    <div class="row">
                        <div class="col-sm-12">
                            <!--Message Block-->
    <div class="alert alert-danger" id="genericErrorMessageDiv" role="alert" aria-live="assertive" aria-relevant="all" style="display:none;">
       <span id="genericErrorMessage"></span>
    </div>
                            <!--End Message Block-->

${main}
                        </div>
                    </div>
                </main>

               <footer id="footer" class="footer d-print-none">
                   This is a stand-in for tests and demonstrations, not the site of the Senate.
                </footer>
            </div><!-- end #wrap -->
        </body>
    </html>
`;
}
