/** Ticking the box sends the form. The real page does so with jQuery, which the stand-in can't load. */
export const FORM_SCRIPT = `            <script>
    document.addEventListener('DOMContentLoaded', () => {
        const box = document.getElementById('agree_statement');
        box.addEventListener('click', () => { if (box.checked) document.getElementById('agreement_form').submit(); });
    });
            </script>`;

/** Fills the table of results page by page, with the same requests as DataTables on the real page. */
export const RESULTS_SCRIPT = `            <script>
    document.addEventListener('DOMContentLoaded', () => {
        const table = document.getElementById('filedReports');
        const next = document.getElementById('filedReports_next');
        const info = document.getElementById('filedReports_info');
        const criteria = JSON.parse(table.dataset.criteria);
        const token = /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? '';
        const length = 25;
        let draw = 0;
        let start = 0;

        async function show() {
            draw += 1;
            const form = new URLSearchParams({ draw, start, length, 'search[value]': '', 'search[regex]': false });
            for (let n = 0; n < 5; n += 1) form.set('columns[' + n + '][data]', n);
            form.set('order[0][column]', 1);
            form.set('order[0][dir]', 'asc');
            form.set('order[1][column]', 0);
            form.set('order[1][dir]', 'asc');
            for (const [name, value] of Object.entries(criteria)) form.set(name, value);
            const response = await fetch('/search/report/data/', {
                method: 'POST',
                headers: { 'X-CSRFToken': token, 'X-Requested-With': 'XMLHttpRequest' },
                body: form,
            });
            const answer = await response.json();
            table.tBodies[0].replaceChildren(...answer.data.map(line));
            const last = start + answer.data.length;
            info.textContent = 'Showing ' + (start + 1) + ' to ' + last + ' of ' + answer.recordsFiltered + ' entries';
            next.disabled = last >= answer.recordsFiltered;
        }

        function line(cells) {
            const row = document.createElement('tr');
            for (const html of cells) row.insertCell().innerHTML = html;
            return row;
        }

        next.addEventListener('click', () => { start += length; next.disabled = true; show(); });
        show();
    });
            </script>`;
