import { say } from '../../components/say.ts';
import type { TableSection, TextLine } from '../../lib/docx/table-document.ts';
import type { Report } from '../surface/report.ts';
import { Actions } from './actions.tsx';
import { reportDocument } from './report-document.ts';
import './report.css';

/** The report of a draft, as a document to be read, copied, printed or saved. */
export function App({ report }: { report: Report | null }) {
  if (report === null) return <Gone />;
  const document = reportDocument(report);
  return (
    <main class="report">
      <Actions document={document} name={report.title} />
      <h1>{document.title}</h1>
      {document.lines.map((line, index) => (
        <p key={`${index}`}>
          <Line line={line} />
        </p>
      ))}
      {document.sections.map((section) => (
        <Section key={section.heading} section={section} />
      ))}
    </main>
  );
}

/** Reports are kept in memory only. */
function Gone() {
  return (
    <main class="report gone">
      <h1>{say('这份核对单已不在', 'This report is gone')}</h1>
      <p>
        {say(
          '核对单只留在浏览器的内存里，不写入磁盘。请回到侧边栏，再点一次“核对单”。',
          'Reports are kept in memory only, never on disk. Please open it once more from the side panel.',
        )}
      </p>
    </main>
  );
}

function Section({ section }: { section: TableSection }) {
  const { heading, columns, rows } = section;
  return (
    <section>
      <h2>{heading}</h2>
      <table>
        <colgroup>
          {columns.map(({ title, width }) => (
            <col key={title} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${index}`}>
              {row.map((cell, column) => (
                <td key={columns[column]?.title} data-title={columns[column]?.title}>
                  {cell.map((line, at) => (
                    <div key={`${at}`}>
                      <Line line={line} />
                    </div>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ line }: { line: TextLine }) {
  return (
    <>
      {line.map(({ text, bold, quoted }, index) => {
        const look = quoted === true ? { class: 'serif', lang: 'zh-CN' } : {};
        return bold === true ? (
          <strong key={`${index}`} {...look}>
            {text}
          </strong>
        ) : (
          <span key={`${index}`} {...look}>
            {text}
          </span>
        );
      })}
    </>
  );
}
