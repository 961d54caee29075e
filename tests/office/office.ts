import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runLibreOffice } from '../../scripts/libreoffice.ts';

/** A real LibreOffice, with a folder of its own. */
export interface Office {
  readonly folder: string;
  /** Writes a file into the folder; returns its path. */
  put(name: string, content: string | Uint8Array): string;
  /** Opens a file and saves it in another format (`docx`, `fodt`, `pdf`); returns the bytes. */
  convert(file: string, to: string): Uint8Array;
  /** Opens a file, accepts or rejects all its tracked changes, and returns its text. */
  settled(file: string, how: Settling): string;
  /** The same for many files at one start, each with the words of its text boxes. */
  settledAll(files: readonly (readonly [file: string, how: Settling])[]): SettledText[];
  /** Opens files and saves them in another format at one start; the results have their names, in the order given. */
  convertAll(files: readonly string[], to: string): Uint8Array[];
  close(): void;
}

/** So many documents are settled in less than the two minutes that LibreOffice is given, on a busy machine too. */
const mostAtOnce = 80;

export type Settling = 'Accept' | 'Reject';

/** What a document shows: the text, and the words of each text box. */
export interface SettledText {
  readonly text: string;
  readonly boxes: readonly string[];
}

/** Basic for the one thing that LibreOffice's command line has no argument for. */
const settle = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, command As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim filter(1) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Text (encoded)"
  filter(1).Name = "FilterOptions"
  filter(1).Value = "UTF8,LF"
  document.storeToURL(target, filter())
  Words(document, target)
  document.close(True)
End Sub

Sub SettleAll(list As String)
  Dim row As String
  Dim number As Integer
  number = FreeFile
  Open list For Input As #number
  Do While Not Eof(number)
    Line Input #number, row
    If row &lt;&gt; "" Then
      fields = Split(row, " ")
      Settle(fields(0), fields(1), fields(2))
    End If
  Loop
  Close #number
End Sub

Sub Words(document As Object, target As String)
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = createUnoService("com.sun.star.io.TextOutputStream")
  stream.setOutputStream(files.openFileWrite(target &amp; ".boxes"))
  stream.setEncoding("UTF-8")
  page = document.getDrawPage()
  For i = 0 To page.getCount() - 1
    shape = page.getByIndex(i)
    If HasUnoInterfaces(shape, "com.sun.star.text.XText") Then stream.writeString(shape.getString() &amp; Chr(0))
  Next i
  stream.closeOutput()
End Sub
</script:module>
`;

/** Starts a profile of its own, which LibreOffice fills with its defaults. */
export function startOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), 'gaozhun-office-'));
  const profile = join(folder, 'profile');
  runLibreOffice(profile, ['--terminate_after_init']);
  writeFileSync(join(profile, 'user/basic/Standard/Module1.xba'), settle);
  return {
    folder,
    put(name, content) {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    convert(file, to) {
      const out = join(folder, 'out');
      const said = runLibreOffice(profile, ['--convert-to', to, '--outdir', out, file]);
      const result = join(out, `${basename(file, extname(file))}.${to}`);
      if (!said.includes(' -> ')) throw new Error(said);
      return readFileSync(result);
    },
    settled(file, how) {
      const target = join(folder, `${how}.txt`);
      const address = (path: string) => pathToFileURL(path).href;
      const macro = `macro:///Standard.Module1.Settle(${address(file)},.uno:${how}AllTrackedChanges,${address(target)})`;
      runLibreOffice(profile, [macro]);
      const text = readFileSync(target, 'utf8').replace(/^\ufeff/u, '');
      rmSync(target);
      return text;
    },
    settledAll(files) {
      const wanted = files.map(([file, how], index) => ({
        file,
        how,
        target: join(folder, `settled${index}.txt`),
      }));
      const address = (path: string) => pathToFileURL(path).href;
      const list = join(folder, 'list.txt');
      const rows = wanted.map(
        ({ file, how, target }) => `${address(file)} .uno:${how}AllTrackedChanges ${address(target)}`,
      );
      const results: SettledText[] = [];
      let vainStarts = 0;
      while (results.length < wanted.length) {
        const from = results.length;
        writeFileSync(list, rows.slice(from, from + mostAtOnce).join('\n'));
        runLibreOffice(profile, [`macro:///Standard.Module1.SettleAll(${list})`]);
        for (const { target } of wanted.slice(from, from + mostAtOnce)) {
          const boxes = `${target}.boxes`;
          // Where it ends before the last, the others follow at its next start.
          if (!existsSync(boxes)) break;
          const text = readFileSync(target, 'utf8').replace(/^\ufeff/u, '');
          results.push({ text, boxes: readFileSync(boxes, 'utf8').split('\0').slice(0, -1) });
          for (const one of [target, boxes]) rmSync(one);
        }
        // On a busy machine it may end before the first, whichever that is.
        vainStarts = results.length === from ? vainStarts + 1 : 0;
        if (vainStarts > 2) throw new Error(`LibreOffice ends at ${wanted[from]?.file}`);
      }
      return results;
    },
    convertAll(files, to) {
      const out = join(folder, 'out');
      runLibreOffice(profile, ['--convert-to', to, '--outdir', out, ...files]);
      return files.map((file) => readFileSync(join(out, `${basename(file, extname(file))}.${to}`)));
    },
    close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
