<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Banner</name>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message>
        <source>回収の状況</source>
        <translation>State of collection</translation>
    </message>
    <message>
        <source>一覧を印刷…</source>
        <translation>Print the list…</translation>
    </message>
    <message>
        <source>部署</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>状況</source>
        <translation>State</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>未入力</source>
        <translation>Not entered</translation>
    </message>
    <message>
        <source>食い違い</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>部署ごとの状況</source>
        <translation>State by office</translation>
    </message>
    <message>
        <source>番号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>未入力の欄</source>
        <translation>Cells not entered</translation>
    </message>
    <message>
        <source>督促の文面</source>
        <translation>Text of the reminder</translation>
    </message>
    <message>
        <source>{all} 部署のうち {complete} 部署が完了、期限を過ぎた部署 {overdue}</source>
        <translation>{complete} of {all} offices complete; {overdue} past the deadline</translation>
    </message>
</context>
<context>
    <name>BudgetBox</name>
    <message>
        <source>記入された率を消す</source>
        <translation>Clear the typed rate</translation>
    </message>
    <message>
        <source>記入された率（%）</source>
        <translation>Rate as typed (%)</translation>
    </message>
    <message>
        <source>（千円）</source>
        <translation>(1,000 yen)</translation>
    </message>
    <message>
        <source>当初</source>
        <translation>Initial</translation>
    </message>
    <message>
        <source>補正後・実績</source>
        <translation>Revised / actual</translation>
    </message>
    <message>
        <source>予算額</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>決算額</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>執行率</source>
        <translation>Execution rate</translation>
    </message>
    <message>
        <source>決算額 ÷ 補正後予算額（補正がなければ当初予算額）を、小数第1位まで求めます。</source>
        <translation>Settlement ÷ revised budget (the initial one where nothing was revised), to one decimal.</translation>
    </message>
    <message>
        <source>記入された執行率 {typed} は、金額から求めた {rate} % と違います。</source>
        <translation>The typed execution rate {typed} differs from the {rate} % that the amounts give.</translation>
    </message>
</context>
<context>
    <name>CellPanel</name>
    <message>
        <source>前年度の文を写す</source>
        <translation>Copy last year's text</translation>
    </message>
    <message>
        <source>このセルを「{state}」と宣言します。</source>
        <translation>Declare this cell “{state}”.</translation>
    </message>
    <message>
        <source>セルの文章</source>
        <translation>Text of the cell</translation>
    </message>
    <message>
        <source>見比べる文章</source>
        <translation>Texts to compare with</translation>
    </message>
    <message>
        <source>セルの履歴</source>
        <translation>History of the cell</translation>
    </message>
    <message>
        <source>見比べる</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>表のセルを選ぶと、ここで大きく書けます。</source>
        <translation>Choose a cell in the table to write here with more room.</translation>
    </message>
    <message>
        <source>このセルはまだ直されていません。</source>
        <translation>This cell has not been edited yet.</translation>
    </message>
    <message>
        <source>元に戻す: </source>
        <translation>Undo: </translation>
    </message>
    <message>
        <source>やり直し: </source>
        <translation>Redo: </translation>
    </message>
    <message>
        <source>{count} 文字</source>
        <translation>{count} characters</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>目標と実績の推移</source>
        <translation>Targets and results over the years</translation>
    </message>
    <message>
        <source>{year} 目標 {target} 実績 {result}</source>
        <translation>{year} target {target} result {result}</translation>
    </message>
    <message>
        <source>数値が入ると、ここに図が出ます</source>
        <translation>A chart appears here when there are figures</translation>
    </message>
    <message>
        <source>目標</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>実績</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>単位: {unit}</source>
        <translation>Unit: {unit}</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>エラー</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>Warnings</translation>
    </message>
    <message>
        <source>お知らせ</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>（担当課なし）</source>
        <translation>(no department)</translation>
    </message>
</context>
<context>
    <name>CheckingWindow</name>
    <message>
        <source>{plan} — 点検</source>
        <translation>{plan} — Checks</translation>
    </message>
    <message>
        <source>この欄へ移る</source>
        <translation>Go to this cell</translation>
    </message>
    <message>
        <source>理由を付けて了承…</source>
        <translation>Accept with a reason…</translation>
    </message>
    <message>
        <source>この点検を使わない</source>
        <translation>Switch this check off</translation>
    </message>
    <message>
        <source>重要度ごと</source>
        <translation>By severity</translation>
    </message>
    <message>
        <source>点検ごと</source>
        <translation>By check</translation>
    </message>
    <message>
        <source>担当課ごと</source>
        <translation>By department</translation>
    </message>
    <message>
        <source>まとめ方</source>
        <translation>Grouping</translation>
    </message>
    <message>
        <source>指摘</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>了承済みと使わない点検</source>
        <translation>Accepted, and checks that are off</translation>
    </message>
    <message>
        <source>（残り {count} 行を点検しています…）</source>
        <translation>(checking {count} more rows…)</translation>
    </message>
    <message>
        <source>指摘の了承</source>
        <translation>Accept a finding</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>了承する</source>
        <translation>Accept</translation>
    </message>
</context>
<context>
    <name>Collect</name>
    <message>
        <source>あゆみのファイル</source>
        <translation>Ayumi files</translation>
    </message>
    <message>
        <source>Excel の調査票</source>
        <translation>Excel questionnaire</translation>
    </message>
    <message>
        <source>読むだけで開くことができます。記入するには、開いている方が閉じるのをお待ちください。</source>
        <translation>You can open it for reading only. To fill it in, please wait until it has been closed.</translation>
    </message>
    <message>
        <source>読むだけで開く</source>
        <translation>Open for reading</translation>
    </message>
    <message>
        <source>あと {count} 件が未入力です。</source>
        <translation>{count} cells are still not entered.</translation>
    </message>
    <message>
        <source>ほか {count} 件</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>することがなかった欄は「該当なし」「事業展開なし」を入れてください。</source>
        <translation>Where nothing was done, please enter “Nothing to report” or “No activity”.</translation>
    </message>
    <message>
        <source>記入に戻る</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>未入力のまま提出する</source>
        <translation>Submit with cells not entered</translation>
    </message>
    <message>
        <source>取りまとめの担当</source>
        <translation>the coordinator</translation>
    </message>
    <message>
        <source>提出済みにしました。「{file}」を {to} へ返送してください。</source>
        <translation>Marked as complete. Please send “{file}” back to {to}.</translation>
    </message>
    <message>
        <source>ファイルの場所を開く</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>実施事業</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>実施内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>取り込めません</source>
        <translation>Cannot be taken in</translation>
    </message>
    <message>
        <source>気になる点</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>食い違い</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>取り込めない欄（計画から削除された行）</source>
        <translation>Cells that cannot be taken in (their rows were deleted from the plan)</translation>
    </message>
    <message>
        <source>行の追加の提案</source>
        <translation>Propose a row</translation>
    </message>
    <message>
        <source>変更</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>変わるところはありません。</source>
        <translation>Nothing would change.</translation>
    </message>
    <message>
        <source>こちら: </source>
        <translation>Ours: </translation>
    </message>
    <message>
        <source>課の回答: </source>
        <translation>The office: </translation>
    </message>
    <message>
        <source>計画に加えるかどうかは、取りまとめの担当が決めます。</source>
        <translation>The coordinator decides whether it is added to the plan.</translation>
    </message>
    <message>
        <source>提案する</source>
        <translation>Propose</translation>
    </message>
    <message>
        <source>未配布</source>
        <translation>Not handed out</translation>
    </message>
    <message>
        <source>返送待ち</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>返送あり（要確認）</source>
        <translation>Returned (to be looked at)</translation>
    </message>
    <message>
        <source>取込済み（記入中）</source>
        <translation>Taken in (still being filled in)</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>期限超過</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>取り込めます</source>
        <translation>Can be taken in</translation>
    </message>
    <message>
        <source>別々に記入された写し</source>
        <translation>Copies filled in separately</translation>
    </message>
    <message>
        <source>取込済み</source>
        <translation>Taken in already</translation>
    </message>
    <message>
        <source>古い版</source>
        <translation>Older version</translation>
    </message>
    <message>
        <source>この計画のファイルではない</source>
        <translation>Not of this plan</translation>
    </message>
    <message>
        <source>書き換えられている</source>
        <translation>Altered</translation>
    </message>
    <message>
        <source>新しい版のあゆみのファイル</source>
        <translation>Of a newer version of Ayumi</translation>
    </message>
    <message>
        <source>読み取れない</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>{when} 回収</source>
        <translation>collected {when}</translation>
    </message>
</context>
<context>
    <name>CollectDialog</name>
    <message>
        <source>返送ファイルの回収</source>
        <translation>Collect returned files</translation>
    </message>
    <message>
        <source>取り込む</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>ファイル</source>
        <translation>File</translation>
    </message>
    <message>
        <source>部署</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>判定</source>
        <translation>Judgement</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>変更</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>食い違い</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>対象外</source>
        <translation>Not asked for</translation>
    </message>
    <message>
        <source>気になる点</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>返送されたファイル</source>
        <translation>Returned files</translation>
    </message>
    <message>
        <source>ファイルの内容</source>
        <translation>Contents of the file</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>部署に戻すときの文面</source>
        <translation>Text for sending it back to the office</translation>
    </message>
    <message>
        <source>ファイルを選ぶ…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>フォルダーを選ぶ…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>返送されたファイル (*.ayumid *.xlsx *.xlsm *.xls *.xlsb *.ods *.csv)</source>
        <translation>Returned files (*.ayumid *.xlsx *.xlsm *.xls *.xlsb *.ods *.csv)</translation>
    </message>
    <message>
        <source>返送ファイルのフォルダー</source>
        <translation>Folder of returned files</translation>
    </message>
    <message>
        <source>ファイルを調べています…</source>
        <translation>Examining the files…</translation>
    </message>
    <message>
        <source>ファイルを調べています… {done} / {total}</source>
        <translation>Examining the files… {done} / {total}</translation>
    </message>
    <message>
        <source>途中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>部署から返ってきたファイルかフォルダーを、ここに落とすか、選んでください。</source>
        <translation>Drop the files or the folder that the offices sent back here, or choose them.</translation>
    </message>
    <message>
        <source>{files} ファイル: 変更 {changes} 件、食い違い {conflicts} 件、取り込めないファイル {refused}</source>
        <translation>{files} files: {changes} changes, {conflicts} conflicts, {refused} files that cannot be taken in</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>次に必要な評価と目標</source>
        <translation>What is due next</translation>
    </message>
    <message>
        <source>すべて選ぶ</source>
        <translation>Choose all</translation>
    </message>
    <message>
        <source>すべて外す</source>
        <translation>Choose none</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>昇順で並べ替え</source>
        <translation>Sort ascending</translation>
    </message>
    <message>
        <source>降順で並べ替え</source>
        <translation>Sort descending</translation>
    </message>
    <message>
        <source>印刷の順に戻す</source>
        <translation>Back to the printed order</translation>
    </message>
    <message>
        <source>{year}を隠す</source>
        <translation>Hide {year}</translation>
    </message>
    <message>
        <source>すべての年度を表示</source>
        <translation>Show all years</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>行の追加</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>検索</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>未入力だけ</source>
        <translation>Missing only</translation>
    </message>
    <message>
        <source>全行</source>
        <translation>All rows</translation>
    </message>
    <message>
        <source>取り込み</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>書き出し</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>プレビュー</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>履歴</source>
        <translation>History</translation>
    </message>
    <message>
        <source>一覧</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>編集欄</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Excel などから写し取ったセルを貼り付けます。</source>
        <translation>Pastes cells copied from Excel and the like.</translation>
    </message>
    <message>
        <source>Excel・CSV の表を、確かめてから計画に取り込みます。</source>
        <translation>Takes a table from Excel or CSV into the plan, after you have checked it.</translation>
    </message>
    <message>
        <source>Excel・PDF に書き出し…</source>
        <translation>Export to Excel or PDF…</translation>
    </message>
    <message>
        <source>「中止」にする</source>
        <translation>Declare “Discontinued”</translation>
    </message>
    <message>
        <source>「事業展開なし」にする</source>
        <translation>Declare “No activity”</translation>
    </message>
    <message>
        <source>「終了」にする</source>
        <translation>Declare “Ended”</translation>
    </message>
    <message>
        <source>「該当なし」にする</source>
        <translation>Declare “Nothing to report”</translation>
    </message>
    <message>
        <source>あゆみについて</source>
        <translation>About Ayumi</translation>
    </message>
    <message>
        <source>あゆみを終了します。入力は保存されています。</source>
        <translation>Leaves Ayumi. What you entered is saved.</translation>
    </message>
    <message>
        <source>お名前の設定…</source>
        <translation>Your name…</translation>
    </message>
    <message>
        <source>このセルの履歴</source>
        <translation>History of this cell</translation>
    </message>
    <message>
        <source>この計画のすべての変更を、新しい順に示します。</source>
        <translation>Shows every change of this plan, newest first.</translation>
    </message>
    <message>
        <source>この計画を閉じて、最初の画面に戻ります。</source>
        <translation>Closes this plan and returns to the first page.</translation>
    </message>
    <message>
        <source>すべての操作と、そのキーを示します。</source>
        <translation>Shows every command and its key.</translation>
    </message>
    <message>
        <source>すべての行を、元の順に示します。</source>
        <translation>Shows all rows in their printed order.</translation>
    </message>
    <message>
        <source>どの部署から返ってきたか、何が未入力かを示し、督促の文面を作ります。</source>
        <translation>Shows which office has answered and what is not entered, and writes reminders.</translation>
    </message>
    <message>
        <source>やり直し</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>クリア</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>コピー</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>システムに合わせる</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>パソコンの設定に合わせて、明るさを切り替えます。</source>
        <translation>Changes between light and dark as the computer does.</translation>
    </message>
    <message>
        <source>一覧、表、編集欄の順に移ります。</source>
        <translation>Moves on from the lists to the table and the editor.</translation>
    </message>
    <message>
        <source>事業と年度ごとの評価表を、用紙の形のまま記入します。</source>
        <translation>Fill in the sheet of each project and year as it looks on paper.</translation>
    </message>
    <message>
        <source>今の内容の控えを、別のファイルに保存します。</source>
        <translation>Saves a copy of the present contents to another file.</translation>
    </message>
    <message>
        <source>体系と担当課の一覧を示します。</source>
        <translation>Shows the lists of headings and departments.</translation>
    </message>
    <message>
        <source>体系と説明</source>
        <translation>Tree and narratives</translation>
    </message>
    <message>
        <source>体系の見出しの符号と名称を直します。</source>
        <translation>Edits the code and the name of a heading in the tree.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>個別事業評価表</source>
        <translation>Evaluation sheets</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>全角と半角の違いにかかわらず、文章を探します。</source>
        <translation>Finds text, whether it is written in full or half width.</translation>
    </message>
    <message>
        <source>下へコピー</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>今お使いの Excel・CSV の表から、計画ファイルを作ります。</source>
        <translation>Makes a plan file of the Excel or CSV table that you use today.</translation>
    </message>
    <message>
        <source>内容及び目標の全年度の次に、評価の全年度を並べます。</source>
        <translation>Lists the targets of all years, then the evaluations of all years.</translation>
    </message>
    <message>
        <source>分野ごとに、目標と実績を記入します。</source>
        <translation>Enter goals and results field by field.</translation>
    </message>
    <message>
        <source>分野の目標と実績</source>
        <translation>Goals and results by field</translation>
    </message>
    <message>
        <source>切り取り</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>列の見出しと一緒に写し取ります。</source>
        <translation>Copies together with the columns' headings.</translation>
    </message>
    <message>
        <source>前年度と見比べて書ける編集欄を示します。</source>
        <translation>Shows an editor in which you can compare with last year.</translation>
    </message>
    <message>
        <source>印刷される姿を、紙に出す前に確かめます。</source>
        <translation>Shows the pages before they go to paper.</translation>
    </message>
    <message>
        <source>印刷プレビュー…</source>
        <translation>Print preview…</translation>
    </message>
    <message>
        <source>取り消した操作を、もう一度行います。</source>
        <translation>Does again what was undone.</translation>
    </message>
    <message>
        <source>取り込み…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>右へコピー</source>
        <translation>Fill right</translation>
    </message>
    <message>
        <source>各年度に達成状況（○ △ ×）の列を示します。</source>
        <translation>Shows a column of grades (○ △ ×) for every year.</translation>
    </message>
    <message>
        <source>回収の状況…</source>
        <translation>State of collection…</translation>
    </message>
    <message>
        <source>変更の履歴…</source>
        <translation>History of changes…</translation>
    </message>
    <message>
        <source>変更の履歴に残すお名前を決めます。</source>
        <translation>Sets the name that the history of changes keeps.</translation>
    </message>
    <message>
        <source>実施状況</source>
        <translation>Statuses</translation>
    </message>
    <message>
        <source>左で選んだ年度に未入力のある行だけを示します。</source>
        <translation>Shows only rows with something missing in the year chosen at the left.</translation>
    </message>
    <message>
        <source>左の一覧</source>
        <translation>Lists at the left</translation>
    </message>
    <message>
        <source>年度ごとに、内容及び目標と評価を並べます。</source>
        <translation>Shows target and evaluation side by side, year by year.</translation>
    </message>
    <message>
        <source>年度ごとに並べる</source>
        <translation>Year by year</translation>
    </message>
    <message>
        <source>年度を定めて課名を改めます。旧課名も残ります。</source>
        <translation>Gives a department a new name from a fiscal year on; the old name is kept.</translation>
    </message>
    <message>
        <source>担当する実施事業に、新しい実施内容の行を提案します。</source>
        <translation>Proposes a row with new content for a project of yours.</translation>
    </message>
    <message>
        <source>担当課や、その係・施設を加えます。</source>
        <translation>Adds a department, or a section of one.</translation>
    </message>
    <message>
        <source>担当課・実施内容・実施事業のいずれかを、新しい行として加えます。</source>
        <translation>Adds a row with a new department, content or project.</translation>
    </message>
    <message>
        <source>拡大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>指標</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>指標の目標と実績を年度ごとに記入し、推移を図で見ます。</source>
        <translation>Enter targets and results year by year, and see them in a chart.</translation>
    </message>
    <message>
        <source>控えを別の名前で保存…</source>
        <translation>Save a copy as…</translation>
    </message>
    <message>
        <source>提出…</source>
        <translation>Submit…</translation>
    </message>
    <message>
        <source>操作とキーの一覧</source>
        <translation>Commands and keys</translation>
    </message>
    <message>
        <source>新しい計画…</source>
        <translation>New plan…</translation>
    </message>
    <message>
        <source>施策ごとに、達成・未達成・中止などの実施状況を選びます。</source>
        <translation>Choose a status (achieved, not achieved, cancelled …) for each measure.</translation>
    </message>
    <message>
        <source>施策の区分・説明・参照と、用語の注を記入します。</source>
        <translation>Enter marks, narratives, cross-references and footnotes.</translation>
    </message>
    <message>
        <source>施策・事業の名称変更…</source>
        <translation>Rename heading…</translation>
    </message>
    <message>
        <source>日本語</source>
        <translation>日本語 (Japanese)</translation>
    </message>
    <message>
        <source>明るい画面</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>暗い画面</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>未入力の行だけ</source>
        <translation>Rows with something missing</translation>
    </message>
    <message>
        <source>未入力や数値の食い違いなど、確かめたほうがよい所を一覧に示します。</source>
        <translation>Lists what should be looked at: blanks, figures that disagree, and more.</translation>
    </message>
    <message>
        <source>架空の市の計画で、ひととおり試せます。</source>
        <translation>Try everything on the plan of an invented city.</translation>
    </message>
    <message>
        <source>検索…</source>
        <translation>Find…</translation>
    </message>
    <message>
        <source>標準の大きさ</source>
        <translation>Normal size</translation>
    </message>
    <message>
        <source>次の区画へ移る</source>
        <translation>Go to the next part</translation>
    </message>
    <message>
        <source>次の年度を開く…</source>
        <translation>Open the next fiscal year…</translation>
    </message>
    <message>
        <source>次の未入力へ</source>
        <translation>Next cell not entered</translation>
    </message>
    <message>
        <source>点検…</source>
        <translation>Check…</translation>
    </message>
    <message>
        <source>版と、使っている部品のライセンスを示します。</source>
        <translation>Shows the version and the licences of the parts in use.</translation>
    </message>
    <message>
        <source>画面を日本語にします。</source>
        <translation>Shows the window in Japanese.</translation>
    </message>
    <message>
        <source>画面を英語にします。</source>
        <translation>Shows the window in English.</translation>
    </message>
    <message>
        <source>白を基調とした画面にします。</source>
        <translation>Draws the window on white.</translation>
    </message>
    <message>
        <source>直前の操作を取り消します。閉じた後でも戻せます。</source>
        <translation>Takes back the last step, even after the plan was closed.</translation>
    </message>
    <message>
        <source>空の計画ファイルを作ります。</source>
        <translation>Makes an empty plan file.</translation>
    </message>
    <message>
        <source>終了</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>組織改編で統合された課の行を、新しい課に移します。</source>
        <translation>Moves the rows of a department that was merged to the new one.</translation>
    </message>
    <message>
        <source>絞り込みを解除</source>
        <translation>Lift all filters</translation>
    </message>
    <message>
        <source>縮小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>置換…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>行の削除…</source>
        <translation>Delete row…</translation>
    </message>
    <message>
        <source>行の終了…</source>
        <translation>End row…</translation>
    </message>
    <message>
        <source>行の追加…</source>
        <translation>Add row…</translation>
    </message>
    <message>
        <source>行の追加を提案…</source>
        <translation>Propose a row…</translation>
    </message>
    <message>
        <source>行を上へ</source>
        <translation>Move row up</translation>
    </message>
    <message>
        <source>行を下へ</source>
        <translation>Move row down</translation>
    </message>
    <message>
        <source>表から新しい計画を作る…</source>
        <translation>New plan from a table…</translation>
    </message>
    <message>
        <source>表の文字を大きくします。</source>
        <translation>Makes the letters of the table larger.</translation>
    </message>
    <message>
        <source>表の文字を小さくします。</source>
        <translation>Makes the letters of the table smaller.</translation>
    </message>
    <message>
        <source>表の文字を標準の大きさに戻します。</source>
        <translation>Brings the letters of the table back to their normal size.</translation>
    </message>
    <message>
        <source>見つけた言葉を、別の言葉に置き換えます。</source>
        <translation>Replaces the words found by others.</translation>
    </message>
    <message>
        <source>見出しを付けてコピー</source>
        <translation>Copy with headings</translation>
    </message>
    <message>
        <source>見本の計画を開く…</source>
        <translation>Open the sample plan…</translation>
    </message>
    <message>
        <source>計画と部署の回答が食い違う欄を、一つずつ見比べて決めます。</source>
        <translation>Compares the cells in which the plan and an office's answer differ, one by one, and settles them.</translation>
    </message>
    <message>
        <source>計画の概要</source>
        <translation>Facts of the plan</translation>
    </message>
    <message>
        <source>計画の設定…</source>
        <translation>Plan settings…</translation>
    </message>
    <message>
        <source>計画の趣旨、事業の概要、期の区分、関連する計画を記入します。</source>
        <translation>Enter purpose, project outline, phases and related plans.</translation>
    </message>
    <message>
        <source>計画の途中で終わった行に、終了の年度と理由を記します。</source>
        <translation>Notes the year and the reason for a row that ended before the plan does.</translation>
    </message>
    <message>
        <source>計画を閉じる</source>
        <translation>Close plan</translation>
    </message>
    <message>
        <source>計画ファイルを最新の内容にします（入力は自動で保存されています）。</source>
        <translation>Brings the plan file up to date (what you enter is saved by itself).</translation>
    </message>
    <message>
        <source>計画ファイルを開きます。</source>
        <translation>Opens a plan file.</translation>
    </message>
    <message>
        <source>計画名、市区町村名、資料番号、注記を直します。</source>
        <translation>Edits the plan's title, city, document label and notes.</translation>
    </message>
    <message>
        <source>計画期間を一年度延ばし、すべての行にその年度の欄を設けます。</source>
        <translation>Lengthens the plan by one fiscal year and gives every row its cells.</translation>
    </message>
    <message>
        <source>記入が済んだことをファイルに記し、返送できるようにします。</source>
        <translation>Marks the file as filled in, so that it can be sent back.</translation>
    </message>
    <message>
        <source>記入してもらう欄と期限を決めて、部署ごとのファイルを作ります。</source>
        <translation>Chooses the cells to be filled in and the deadline, and makes a file for each office.</translation>
    </message>
    <message>
        <source>記入をお願いされた欄のうち、まだ空いている次の欄へ移ります。</source>
        <translation>Goes to the next empty cell among those that you were asked to fill in.</translation>
    </message>
    <message>
        <source>評価の一覧</source>
        <translation>All grades</translation>
    </message>
    <message>
        <source>評価の記号と意味、候補にする達成率、理由の要否を定めます。</source>
        <translation>Define symbols, meanings, thresholds and which grades need a reason.</translation>
    </message>
    <message>
        <source>評価を、担当課・分野・年度ごとに集計して示します。</source>
        <translation>Count the grades by department, field or year.</translation>
    </message>
    <message>
        <source>評価区分</source>
        <translation>Rating scales</translation>
    </message>
    <message>
        <source>課の分割…</source>
        <translation>Split a department…</translation>
    </message>
    <message>
        <source>課の名称変更…</source>
        <translation>Rename department…</translation>
    </message>
    <message>
        <source>課の統合…</source>
        <translation>Merge departments…</translation>
    </message>
    <message>
        <source>課の行の一部を、新しい課や係、またはほかの課へ移します。</source>
        <translation>Moves some of a department's rows to a new department or section, or to another department.</translation>
    </message>
    <message>
        <source>課の設定…</source>
        <translation>Department settings…</translation>
    </message>
    <message>
        <source>課の追加…</source>
        <translation>Add department…</translation>
    </message>
    <message>
        <source>課の部名と、置かれている年度を直します。</source>
        <translation>Sets a department's division and the fiscal years in which it exists.</translation>
    </message>
    <message>
        <source>貼り付け</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>返ってきたファイルを調べ、確かめてから計画に取り込みます。</source>
        <translation>Examines the returned files and takes them into the plan once you accept.</translation>
    </message>
    <message>
        <source>返送ファイルの回収…</source>
        <translation>Collect returned files…</translation>
    </message>
    <message>
        <source>追加の提案…</source>
        <translation>Proposed rows…</translation>
    </message>
    <message>
        <source>進行管理表を Excel・PDF・CSV に書き出します。</source>
        <translation>Writes the progress table to Excel, PDF or CSV.</translation>
    </message>
    <message>
        <source>達成状況の列</source>
        <translation>Grade columns</translation>
    </message>
    <message>
        <source>選んだセルの文章を写し取り、セルを空にします。</source>
        <translation>Copies the text of the chosen cells and empties them.</translation>
    </message>
    <message>
        <source>選んだセルを、誰がいつどう直したかを示します。</source>
        <translation>Shows who edited the chosen cell, when and how.</translation>
    </message>
    <message>
        <source>選んだセルを「中止」と宣言します。</source>
        <translation>Declares the chosen cells “Discontinued”.</translation>
    </message>
    <message>
        <source>選んだセルを「事業展開なし」と宣言します。</source>
        <translation>Declares the chosen cells “No activity”.</translation>
    </message>
    <message>
        <source>選んだセルを「終了」と宣言します。</source>
        <translation>Declares the chosen cells “Ended”.</translation>
    </message>
    <message>
        <source>選んだセルを「該当なし」と宣言します。</source>
        <translation>Declares the chosen cells “Nothing to report”.</translation>
    </message>
    <message>
        <source>選んだセルを写し取ります。Excel に貼り付けられます。</source>
        <translation>Copies the chosen cells; they can be pasted into Excel.</translation>
    </message>
    <message>
        <source>選んだセルを未入力に戻します。行は消えません。</source>
        <translation>Makes the chosen cells not entered again. The row stays.</translation>
    </message>
    <message>
        <source>選んだ範囲のいちばん上の文章を、下のセルに写します。</source>
        <translation>Copies the topmost text of the chosen cells to those below.</translation>
    </message>
    <message>
        <source>選んだ範囲のいちばん左の文章を、右のセルに写します。</source>
        <translation>Copies the leftmost text of the chosen cells to those at its right.</translation>
    </message>
    <message>
        <source>選んだ行を、すべての年度の文章とともに削除します。</source>
        <translation>Deletes the chosen rows with the texts of all their years.</translation>
    </message>
    <message>
        <source>選んだ行を、一つ上の行と入れ替えます。</source>
        <translation>Exchanges the chosen row with the one above.</translation>
    </message>
    <message>
        <source>選んだ行を、一つ下の行と入れ替えます。</source>
        <translation>Exchanges the chosen row with the one below.</translation>
    </message>
    <message>
        <source>部署が提案した行を、計画に加えるか見送るかを決めます。</source>
        <translation>Decides whether a row that an office proposed is added to the plan or declined.</translation>
    </message>
    <message>
        <source>部署に配布…</source>
        <translation>Distribute to offices…</translation>
    </message>
    <message>
        <source>開く…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>項目ごとに並べる</source>
        <translation>Field by field</translation>
    </message>
    <message>
        <source>食い違いの確認…</source>
        <translation>Settle conflicts…</translation>
    </message>
    <message>
        <source>黒を基調とした画面にします。</source>
        <translation>Draws the window on black.</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>配布したとき</source>
        <translation>When handed out</translation>
    </message>
    <message>
        <source>こちら（計画）</source>
        <translation>Ours (the plan)</translation>
    </message>
    <message>
        <source>こちらを残す(&amp;O)</source>
        <translation>Keep &amp;ours</translation>
    </message>
    <message>
        <source>課の回答</source>
        <translation>The office's answer</translation>
    </message>
    <message>
        <source>課の回答を採る(&amp;T)</source>
        <translation>&amp;Take the office's answer</translation>
    </message>
    <message>
        <source>手で直す(&amp;E)</source>
        <translation>&amp;Edit by hand</translation>
    </message>
    <message>
        <source>この課はすべて…</source>
        <translation>All of this office…</translation>
    </message>
    <message>
        <source>あとで決める(&amp;L)</source>
        <translation>Decide &amp;later</translation>
    </message>
    <message>
        <source>この文にする</source>
        <translation>Use this text</translation>
    </message>
    <message>
        <source>手で直した文章</source>
        <translation>Text edited by hand</translation>
    </message>
    <message>
        <source>この課はすべて、こちらを残す</source>
        <translation>Keep ours in all of this office</translation>
    </message>
    <message>
        <source>この課はすべて、課の回答を採る</source>
        <translation>Take the office's answer in all of this office</translation>
    </message>
</context>
<context>
    <name>ConflictWindow</name>
    <message>
        <source>食い違いの確認</source>
        <translation>Settle conflicts</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>食い違いの一覧</source>
        <translation>List of conflicts</translation>
    </message>
    <message>
        <source>食い違いは、すべて決まりました。</source>
        <translation>All conflicts are settled.</translation>
    </message>
    <message>
        <source>食い違い {number} / {count}</source>
        <translation>Conflict {number} of {count}</translation>
    </message>
    <message>
        <source>「{department}」の食い違い {count} 件を、すべてこちらの文章のままにしますか？</source>
        <translation>Keep our text in all {count} conflicts of “{department}”?</translation>
    </message>
    <message>
        <source>「{department}」の食い違い {count} 件を、すべて課の回答にしますか？</source>
        <translation>Take the office's answer in all {count} conflicts of “{department}”?</translation>
    </message>
    <message>
        <source>元に戻すこともできます。</source>
        <translation>This can be undone.</translation>
    </message>
    <message>
        <source>すべて決める</source>
        <translation>Settle all</translation>
    </message>
</context>
<context>
    <name>DistributeDialog</name>
    <message>
        <source>部署に配布</source>
        <translation>Distribute to offices</translation>
    </message>
    <message>
        <source>ファイルを作る</source>
        <translation>Make the files</translation>
    </message>
    <message>
        <source>期限を決める</source>
        <translation>Set a deadline</translation>
    </message>
    <message>
        <source>提出期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>配布_{plan}</source>
        <translation>Distribution_{plan}</translation>
    </message>
    <message>
        <source>選ぶ…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>記入してもらう欄</source>
        <translation>Cells to be filled in</translation>
    </message>
    <message>
        <source>提出期限(&amp;D)</source>
        <translation>&amp;Deadline</translation>
    </message>
    <message>
        <source>連絡事項(&amp;N)</source>
        <translation>&amp;Notes</translation>
    </message>
    <message>
        <source>問い合わせ先(&amp;P)</source>
        <translation>&amp;Contact</translation>
    </message>
    <message>
        <source>作る場所(&amp;F)</source>
        <translation>&amp;Folder for the files</translation>
    </message>
    <message>
        <source>配布する部署</source>
        <translation>Offices to distribute to</translation>
    </message>
    <message>
        <source>すべて選ぶ</source>
        <translation>Choose all</translation>
    </message>
    <message>
        <source>すべて外す</source>
        <translation>Choose none</translation>
    </message>
    <message>
        <source>すべて {kind}</source>
        <translation>All as {kind}</translation>
    </message>
    <message>
        <source>ファイルを作る場所</source>
        <translation>Folder for the files</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>個別事業評価表</source>
        <translation>Evaluation sheets</translation>
    </message>
    <message>
        <source>実績及び評価書</source>
        <translation>Results and evaluation report</translation>
    </message>
    <message>
        <source>成果報告書</source>
        <translation>Outcome report</translation>
    </message>
    <message>
        <source>計画書</source>
        <translation>Plan book</translation>
    </message>
    <message>
        <source>進捗の概要</source>
        <translation>Overview of progress</translation>
    </message>
    <message>
        <source>進行管理表</source>
        <translation>Progress management table</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>事業</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>担当課</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>参照先</source>
        <translation>Refers to</translation>
    </message>
    <message>
        <source>再掲の元</source>
        <translation>Repeats</translation>
    </message>
    <message>
        <source>個別事業評価表</source>
        <translation>Evaluation sheets</translation>
    </message>
    <message>
        <source>指標</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>実施状況</source>
        <translation>Statuses</translation>
    </message>
    <message>
        <source>分野の目標と実績</source>
        <translation>Goals and results by field</translation>
    </message>
    <message>
        <source>体系と説明</source>
        <translation>Tree and narratives</translation>
    </message>
    <message>
        <source>計画の概要</source>
        <translation>Facts of the plan</translation>
    </message>
    <message>
        <source>評価の一覧</source>
        <translation>All grades</translation>
    </message>
    <message>
        <source>評価区分</source>
        <translation>Rating scales</translation>
    </message>
</context>
<context>
    <name>EntryWindow</name>
    <message>
        <source>{plan} — 帳票の入力</source>
        <translation>{plan} — other documents</translation>
    </message>
    <message>
        <source>プレビューと書き出し…</source>
        <translation>Preview and export…</translation>
    </message>
    <message>
        <source>このページの内容が入る書類を、印刷される姿で確かめ、書き出します。</source>
        <translation>Shows the document that this page goes into as it will be printed, and writes it.</translation>
    </message>
    <message>
        <source>帳票</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>やり直し</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>入力は自動で保存されます</source>
        <translation>What you enter is saved by itself</translation>
    </message>
    <message>
        <source>読むだけで開いています</source>
        <translation>Open for reading only</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>すべての課</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>選んだ課だけ</source>
        <translation>Chosen departments only</translation>
    </message>
    <message>
        <source>主担当（○）の行だけ</source>
        <translation>Lead rows (○) only</translation>
    </message>
    <message>
        <source>達成状況の列を付ける</source>
        <translation>With grade columns</translation>
    </message>
    <message>
        <source>年度順</source>
        <translation>By year</translation>
    </message>
    <message>
        <source>項目順</source>
        <translation>By field</translation>
    </message>
    <message>
        <source>年度ごとに、目標と評価を並べます。</source>
        <translation>Target and evaluation side by side, year by year.</translation>
    </message>
    <message>
        <source>全年度の目標の次に、全年度の評価を並べます。</source>
        <translation>The targets of all years, then the evaluations of all years.</translation>
    </message>
    <message>
        <source>例: 資料2</source>
        <translation>e.g. Document 2</translation>
    </message>
    <message>
        <source>最新の年度</source>
        <translation>Latest fiscal year</translation>
    </message>
    <message>
        <source>書き出す課</source>
        <translation>Departments to export</translation>
    </message>
    <message>
        <source>書類</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>年度（から）</source>
        <translation>Years from</translation>
    </message>
    <message>
        <source>年度（まで）</source>
        <translation>Years to</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Fiscal year</translation>
    </message>
    <message>
        <source>担当課</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>列の順</source>
        <translation>Order of columns</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>資料番号</source>
        <translation>Document label</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>書き出し</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>書き出す…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>印刷…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>書き出す課を、一つ以上選んでください。</source>
        <translation>Please choose at least one department to export.</translation>
    </message>
    <message>
        <source>この書類には表がないため、CSV に書き出せません。</source>
        <translation>This document has no table, so it cannot be exported as CSV.</translation>
    </message>
    <message>
        <source>右のページが、そのまま PDF になります。</source>
        <translation>The pages at the right become the PDF as they are.</translation>
    </message>
    <message>
        <source>CSV には、表の文章だけが入ります。ほかのソフトへの受け渡しに使います。</source>
        <translation>CSV holds only the table's texts, to hand them to other programs.</translation>
    </message>
    <message>
        <source>ブラウザーで読めるページになります。</source>
        <translation>A page to be read in a browser.</translation>
    </message>
    <message>
        <source>Excel では、改行やページの切れ目が右のページと少し変わることがあります。</source>
        <translation>In Excel, line and page breaks may differ a little from the pages at the right.</translation>
    </message>
</context>
<context>
    <name>FactsPage</name>
    <message>
        <source>計画期間の区分</source>
        <translation>Phases of the plan period</translation>
    </message>
    <message>
        <source>期間など</source>
        <translation>Period etc.</translation>
    </message>
    <message>
        <source>計画期間の区分（前期・後期など）</source>
        <translation>Phases of the plan period (first half, second half …)</translation>
    </message>
    <message>
        <source>関連する計画</source>
        <translation>Related plans</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>申し訳ありません。あゆみの不具合のため、この操作を完了できませんでした。</source>
        <translation>We are sorry. A fault in Ayumi kept this from being done.</translation>
    </message>
    <message>
        <source>確定した入力は保存されています。続けてお使いいただけます。
報告書を保存してお送りいただくと、原因を調べて直すことができます。</source>
        <translation>What you have entered is saved, and you can go on working.
If you save the report and send it to us, we can find and mend the cause.</translation>
    </message>
    <message>
        <source>報告書を保存…</source>
        <translation>Save report…</translation>
    </message>
    <message>
        <source>報告書の保存</source>
        <translation>Save the report</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>まだ描いていない予定（実績）</source>
        <translation>Not drawn yet (actual)</translation>
    </message>
    <message>
        <source>まだ描いていない予定（計画）</source>
        <translation>Not drawn yet (planned)</translation>
    </message>
    <message>
        <source>スケジュール</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>上半期の実績・課題等</source>
        <translation>First-half results and issues</translation>
    </message>
    <message>
        <source>主担当</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>事業</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>事業の総括</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>事業名称</source>
        <translation>Project title</translation>
    </message>
    <message>
        <source>事業実施概要</source>
        <translation>Project outline</translation>
    </message>
    <message>
        <source>事業概要</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>事業量</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>事業量の実績</source>
        <translation>Actual volume</translation>
    </message>
    <message>
        <source>代表者</source>
        <translation>Mayor</translation>
    </message>
    <message>
        <source>係・施設</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>個別事業掲載No</source>
        <translation>Sheet No.</translation>
    </message>
    <message>
        <source>内容及び目標</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>再掲</source>
        <translation>Repeated listing</translation>
    </message>
    <message>
        <source>出典</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>区分</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>単位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>参照</source>
        <translation>Cross-reference</translation>
    </message>
    <message>
        <source>参照先</source>
        <translation>Referred item</translation>
    </message>
    <message>
        <source>向き</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>執行率（記入）</source>
        <translation>Execution rate as typed</translation>
    </message>
    <message>
        <source>基準年度</source>
        <translation>Baseline year</translation>
    </message>
    <message>
        <source>実施事業</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>実施内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>実施状況</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>実施状況の説明</source>
        <translation>Status note</translation>
    </message>
    <message>
        <source>実績</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>審査会特記意見</source>
        <translation>Committee's remark</translation>
    </message>
    <message>
        <source>審査会評価・意見等</source>
        <translation>Committee's opinion</translation>
    </message>
    <message>
        <source>市区町村名</source>
        <translation>City</translation>
    </message>
    <message>
        <source>廃止年度</source>
        <translation>Last fiscal year</translation>
    </message>
    <message>
        <source>当初予算額</source>
        <translation>Initial budget (1,000 yen)</translation>
    </message>
    <message>
        <source>意味</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>成果目標</source>
        <translation>Outcome goal</translation>
    </message>
    <message>
        <source>成果目標の達成状況</source>
        <translation>Outcome achieved</translation>
    </message>
    <message>
        <source>承継年度</source>
        <translation>Fiscal year of succession</translation>
    </message>
    <message>
        <source>担当課</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>指標の説明</source>
        <translation>Indicator note</translation>
    </message>
    <message>
        <source>指標名</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>政策会議評価・意見等</source>
        <translation>Policy council's opinion</translation>
    </message>
    <message>
        <source>期</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>期の初年度</source>
        <translation>Phase from</translation>
    </message>
    <message>
        <source>期の最終年度</source>
        <translation>Phase to</translation>
    </message>
    <message>
        <source>決算額</source>
        <translation>Settlement (1,000 yen)</translation>
    </message>
    <message>
        <source>注記</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>現状及び事業目標</source>
        <translation>Baseline and goal</translation>
    </message>
    <message>
        <source>用語</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>用語の説明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>番号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>目標</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>目標値</source>
        <translation>Target value</translation>
    </message>
    <message>
        <source>目標値の見出し</source>
        <translation>Target label</translation>
    </message>
    <message>
        <source>符号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>符号の区切り</source>
        <translation>Joint</translation>
    </message>
    <message>
        <source>終了の理由</source>
        <translation>Reason for ending</translation>
    </message>
    <message>
        <source>終了年度</source>
        <translation>Ended in</translation>
    </message>
    <message>
        <source>結果の数値</source>
        <translation>Result value</translation>
    </message>
    <message>
        <source>補正後予算額</source>
        <translation>Revised budget (1,000 yen)</translation>
    </message>
    <message>
        <source>計測方法・出典等</source>
        <translation>Method and source</translation>
    </message>
    <message>
        <source>計画の基本目標</source>
        <translation>Basic goals</translation>
    </message>
    <message>
        <source>計画の期間</source>
        <translation>Plan period</translation>
    </message>
    <message>
        <source>計画の評価</source>
        <translation>Evaluation of the plan</translation>
    </message>
    <message>
        <source>計画名</source>
        <translation>Plan title</translation>
    </message>
    <message>
        <source>計画期間の初年度</source>
        <translation>First fiscal year</translation>
    </message>
    <message>
        <source>計画期間の最終年度</source>
        <translation>Last fiscal year</translation>
    </message>
    <message>
        <source>計画策定の趣旨</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>計画策定時の状況</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>記号</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>設置年度</source>
        <translation>First fiscal year</translation>
    </message>
    <message>
        <source>評価</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>評価区分の名称</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>説明</source>
        <translation>Narrative</translation>
    </message>
    <message>
        <source>課名</source>
        <translation>Department name</translation>
    </message>
    <message>
        <source>資料番号</source>
        <translation>Document label</translation>
    </message>
    <message>
        <source>達成できなかった理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>達成状況</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>部名</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>関連計画</source>
        <translation>Related plan</translation>
    </message>
    <message>
        <source>階層名</source>
        <translation>Level name</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>実績及び評価書の「計画の分野別目標と実績」になります。</source>
        <translation>This becomes the chapter “Goals and results by field” of the results report.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>検索する文字（全角・半角は区別しません）</source>
        <translation>Text to find (full and half width alike)</translation>
    </message>
    <message>
        <source>置換後の文字</source>
        <translation>Text to put in its place</translation>
    </message>
    <message>
        <source>検索</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>置換後</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>検索:</source>
        <translation>Find:</translation>
    </message>
    <message>
        <source>前へ</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>次へ</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>閉じる（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>検索を閉じる</source>
        <translation>Close the search</translation>
    </message>
    <message>
        <source>置換:</source>
        <translation>Replace:</translation>
    </message>
    <message>
        <source>置換して次へ</source>
        <translation>Replace and go on</translation>
    </message>
    <message>
        <source>すべて置換</source>
        <translation>Replace all</translation>
    </message>
    <message>
        <source>{count} 件</source>
        <translation>{count} found</translation>
    </message>
    <message>
        <source>見つかりません</source>
        <translation>Not found</translation>
    </message>
</context>
<context>
    <name>FindingTree</name>
    <message>
        <source>指摘</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>番号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>担当課</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>年度と欄</source>
        <translation>Year and field</translation>
    </message>
    <message>
        <source>点検の指摘</source>
        <translation>Findings of the checks</translation>
    </message>
    <message>
        <source>ほか {count} 件</source>
        <translation>{count} more</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>場所</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>気になる点</source>
        <translation>Points to check</translation>
    </message>
</context>
<context>
    <name>Grades</name>
    <message>
        <source>（未記入）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>個別事業評価表 {stage} {grader}</source>
        <translation>Evaluation sheets, {stage}, {grader}</translation>
    </message>
    <message>
        <source>中間評価</source>
        <translation>interim</translation>
    </message>
    <message>
        <source>事後評価</source>
        <translation>final</translation>
    </message>
    <message>
        <source>主管課</source>
        <translation>department</translation>
    </message>
    <message>
        <source>審査会</source>
        <translation>committee</translation>
    </message>
    <message>
        <source>進行管理表の達成状況</source>
        <translation>Grades of the progress table</translation>
    </message>
    <message>
        <source>施策の実施状況</source>
        <translation>Statuses of the measures</translation>
    </message>
    <message>
        <source>指標の達成状況</source>
        <translation>Grades of the indicators</translation>
    </message>
    <message>
        <source>計</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>合計</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>担当課なし</source>
        <translation>No department</translation>
    </message>
    <message>
        <source>未記入</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>GradesPage</name>
    <message>
        <source>評価の集計</source>
        <translation>Counts of grades</translation>
    </message>
    <message>
        <source>区分</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>評価の一覧</source>
        <translation>All grades</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Fiscal year</translation>
    </message>
    <message>
        <source>担当課</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>評価</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>担当課ごと</source>
        <translation>By department</translation>
    </message>
    <message>
        <source>分野ごと</source>
        <translation>By field</translation>
    </message>
    <message>
        <source>年度ごと</source>
        <translation>By year</translation>
    </message>
    <message>
        <source>評価の種類</source>
        <translation>Kind of grade</translation>
    </message>
    <message>
        <source>集計</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>すべての年度</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>{name}　{count} 件</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>Grading</name>
    <message>
        <source>主管課評価</source>
        <translation>Department's grade</translation>
    </message>
    <message>
        <source>審査会評価</source>
        <translation>Committee's grade</translation>
    </message>
    <message>
        <source>所見</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>所見（あれば）</source>
        <translation>Remark, if any</translation>
    </message>
    <message>
        <source>評価の区分</source>
        <translation>Scale</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>{era_year}</source>
        <translation>FY{year}</translation>
    </message>
    <message>
        <source>{place}、{text}</source>
        <translation>{place}, {text}</translation>
    </message>
</context>
<context>
    <name>HandedWindow</name>
    <message>
        <source>配布したファイル</source>
        <translation>Files handed out</translation>
    </message>
    <message>
        <source>部署</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>ファイル</source>
        <translation>File</translation>
    </message>
    <message>
        <source>{count} 個のファイルを「{folder}」に作りました。メールなどで各部署へ送ってください。</source>
        <translation>{count} files were made in “{folder}”. Please send them to the offices, for example by e-mail.</translation>
    </message>
    <message>
        <source>フォルダーを開く</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>あゆみ</source>
        <translation>Ayumi</translation>
    </message>
    <message>
        <source>操作とキーの一覧</source>
        <translation>Commands and keys</translation>
    </message>
    <message>
        <source>画面は Qt {qt}（PySide6、LGPL-3）、文字は BIZ UDゴシック（OFL-1.1）、絵記号は Lucide（ISC）によります。</source>
        <translation>The window is drawn with Qt {qt} (PySide6, LGPL-3), its letters are BIZ UDGothic (OFL-1.1), its icons Lucide (ISC).</translation>
    </message>
    <message>
        <source>計画の進行管理を、ひとつのファイルで。</source>
        <translation>The progress of a plan, in a single file.</translation>
    </message>
    <message>
        <source>あゆみは MIT ライセンスの自由なソフトウェアです。</source>
        <translation>Ayumi is free software under the MIT licence.</translation>
    </message>
    <message>
        <source>あゆみについて</source>
        <translation>About Ayumi</translation>
    </message>
    <message>
        <source>お名前の設定</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>お名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>変更の履歴と、計画を開いている人の表示に使います。次に計画を開くときから使われます。</source>
        <translation>It is kept in the history of changes and shown to others while you have a plan open; it is used from the next plan you open.</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>変更の履歴</source>
        <translation>History of changes</translation>
    </message>
    <message>
        <source>さらに前の変更を見る</source>
        <translation>Show earlier changes</translation>
    </message>
    <message>
        <source>日時</source>
        <translation>When</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>お名前</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>変更の一覧</source>
        <translation>List of steps</translation>
    </message>
    <message>
        <source>変更の内容</source>
        <translation>What was changed</translation>
    </message>
    <message>
        <source>元に戻す: </source>
        <translation>Undo: </translation>
    </message>
    <message>
        <source>やり直し: </source>
        <translation>Redo: </translation>
    </message>
    <message>
        <source>ほか {count} 件</source>
        <translation>{count} more</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>取り込み</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>資料から新しい計画を作る</source>
        <translation>Make a new plan from a document</translation>
    </message>
    <message>
        <source>取り込む</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>次へ: 計画の名称</source>
        <translation>Next: name of the plan</translation>
    </message>
    <message>
        <source>読み込んでいます…</source>
        <translation>Reading…</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>{line} 行目</source>
        <translation>Line {line}</translation>
    </message>
    <message>
        <source>（見出しなし）</source>
        <translation>(no heading)</translation>
    </message>
    <message>
        <source>中間評価</source>
        <translation>Mid-term</translation>
    </message>
    <message>
        <source>事後評価</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>主管課評価</source>
        <translation>Department's grade</translation>
    </message>
    <message>
        <source>審査会評価</source>
        <translation>Committee's grade</translation>
    </message>
    <message>
        <source>計画</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>実績</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>新規</source>
        <translation>New</translation>
    </message>
    <message>
        <source>変更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>同じ</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>計画のみ</source>
        <translation>In the plan only</translation>
    </message>
    <message>
        <source>（空欄にする）</source>
        <translation>(will be emptied)</translation>
    </message>
    <message>
        <source>空欄</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>{before} から {after} へ変更</source>
        <translation>From {before} to {after}</translation>
    </message>
    <message>
        <source>対象</source>
        <translation>Concerns</translation>
    </message>
    <message>
        <source>区分</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>資料 ({suffixes})</source>
        <translation>Documents ({suffixes})</translation>
    </message>
    <message>
        <source>「{document}」として読みました。</source>
        <translation>Read as “{document}”.</translation>
    </message>
    <message>
        <source>{rows} 行です。</source>
        <translation>{rows} rows.</translation>
    </message>
    <message>
        <source>{rows} 件で、見出しなどを含めて {shown} 行です。</source>
        <translation>{rows} records, {shown} lines with headings.</translation>
    </message>
    <message>
        <source>どの行も計画と同じで、取り込むものはありません。</source>
        <translation>Every row is the same as in the plan; there is nothing to import.</translation>
    </message>
    <message>
        <source>新規 {new} 行、変更 {changed} 行、同じ {same} 行です。</source>
        <translation>{new} rows new, {changed} changed, {same} the same.</translation>
    </message>
    <message>
        <source>年度: {years}</source>
        <translation>Fiscal years: {years}</translation>
    </message>
    <message>
        <source>新しい課: {names}</source>
        <translation>New departments: {names}</translation>
    </message>
    <message>
        <source>新しい年度: {years}</source>
        <translation>New fiscal years: {years}</translation>
    </message>
    <message>
        <source>資料に年度がありません。「この資料の年度」を選んでください。</source>
        <translation>The document does not say its fiscal year. Please choose “Fiscal year of this document”.</translation>
    </message>
    <message>
        <source>計画と同じ行が一つもありません。別の計画の資料ではないか、確かめてください。</source>
        <translation>Not one row is in the plan. Please check whether this belongs to another plan.</translation>
    </message>
    <message>
        <source>計画の文章が {count} か所で空欄になります。「変更」の行を確かめてください。</source>
        <translation>{count} texts of the plan will be emptied. Please check the rows that change.</translation>
    </message>
</context>
<context>
    <name>Indicator</name>
    <message>
        <source>目標値</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>目標の名称</source>
        <translation>Target's name</translation>
    </message>
    <message>
        <source>「前期目標値」など、計画書で目標値に付ける名称です。</source>
        <translation>The name that the plan book gives to the target, such as “target of the first half”.</translation>
    </message>
    <message>
        <source>結果の数値</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>達成率</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>結果 ÷ 目標です。小さいほどよい指標では、目標 ÷ 結果です。</source>
        <translation>Result ÷ target; target ÷ result where less is better.</translation>
    </message>
    <message>
        <source>達成状況</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>候補</source>
        <translation>Suggested</translation>
    </message>
    <message>
        <source>達成率から求めた評価の候補です。採用するまでは記録されません。</source>
        <translation>The grade that the rate suggests. It is not recorded until you take it.</translation>
    </message>
    <message>
        <source>計測方法・出典</source>
        <translation>Method and source</translation>
    </message>
    <message>
        <source>達成できなかった理由</source>
        <translation>Why not achieved</translation>
    </message>
    <message>
        <source>{grade} には理由が必要です</source>
        <translation>{grade} needs a reason</translation>
    </message>
    <message>
        <source>達成率からは {grade} が候補です。</source>
        <translation>The rate suggests {grade}.</translation>
    </message>
</context>
<context>
    <name>IndicatorDetails</name>
    <message>
        <source>大きいほどよい</source>
        <translation>More is better</translation>
    </message>
    <message>
        <source>小さいほどよい</source>
        <translation>Less is better</translation>
    </message>
    <message>
        <source>単位・向き</source>
        <translation>Unit and direction</translation>
    </message>
    <message>
        <source>全般（事業によらない）</source>
        <translation>General (of no project)</translation>
    </message>
</context>
<context>
    <name>IndicatorPage</name>
    <message>
        <source>年度ごとの目標と実績</source>
        <translation>Targets and results by year</translation>
    </message>
    <message>
        <source>候補の評価を採用</source>
        <translation>Take the suggested grades</translation>
    </message>
    <message>
        <source>新しい指標</source>
        <translation>New indicator</translation>
    </message>
    <message>
        <source>削除…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>上へ</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下へ</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>指標の一覧</source>
        <translation>List of indicators</translation>
    </message>
    <message>
        <source>達成率から求めた候補を、評価がまだない年度の達成状況に記録します。</source>
        <translation>Records the suggestions as the grades of the years that have none.</translation>
    </message>
    <message>
        <source>理由のない年度が {count} 件あります。</source>
        <translation>Years without a reason: {count}</translation>
    </message>
    <message>
        <source>結果がない年度は「－」、数値が決まっていない年度は「調整中」と書けます。</source>
        <translation>Write “－” where there is no result and “調整中” where the figure is not settled yet.</translation>
    </message>
    <message>
        <source>指標「{name}」を削除しますか。</source>
        <translation>Delete the indicator “{name}”?</translation>
    </message>
    <message>
        <source>すべての年度の目標と実績も一緒に消えます。「元に戻す」で取り消せます。</source>
        <translation>The targets and results of all years go with it. Undo brings them back.</translation>
    </message>
    <message>
        <source>削除する</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>ItemsPage</name>
    <message>
        <source>用語の注</source>
        <translation>Footnotes</translation>
    </message>
    <message>
        <source>施策の体系</source>
        <translation>Tree of measures</translation>
    </message>
    <message>
        <source>施策・事業</source>
        <translation>Measure or project</translation>
    </message>
    <message>
        <source>区分</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>説明</source>
        <translation>Narrative</translation>
    </message>
    <message>
        <source>◎ 主要事業</source>
        <translation>◎ key project</translation>
    </message>
    <message>
        <source>※ 推進事業</source>
        <translation>※ promoted project</translation>
    </message>
    <message>
        <source>計画の外を指すときに書きます</source>
        <translation>Write here what lies outside the plan</translation>
    </message>
    <message>
        <source>用語の注（番号は、印刷のときに付きます）</source>
        <translation>Footnotes (numbered when printed)</translation>
    </message>
    <message>
        <source>再掲ではない</source>
        <translation>No repeated listing</translation>
    </message>
    <message>
        <source>計画全体</source>
        <translation>Whole plan</translation>
    </message>
    <message>
        <source>あり</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>{text}　と印刷されます。番号や名称が変わると、一緒に変わります。</source>
        <translation>Printed as {text}. It follows when number or name change.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>確定して下のセルへ</source>
        <translation>Accept and go to the cell below</translation>
    </message>
    <message>
        <source>確定して右のセルへ（続く Enter で最初の列へ戻ります）</source>
        <translation>Accept and go to the next cell (Enter then returns to the first column)</translation>
    </message>
    <message>
        <source>セルの中で改行</source>
        <translation>A new line within the cell</translation>
    </message>
    <message>
        <source>セルの文章を直す</source>
        <translation>Edit the text of the cell</translation>
    </message>
    <message>
        <source>選んだすべてのセルに同じ文章を入れる</source>
        <translation>Enter the same text in all chosen cells</translation>
    </message>
    <message>
        <source>入力をやめて元の文章に戻す</source>
        <translation>Stop editing and bring the old text back</translation>
    </message>
    <message>
        <source>Ctrl+矢印</source>
        <translation>Ctrl+Arrow</translation>
    </message>
    <message>
        <source>文章の端まで移る</source>
        <translation>Go to the end of the filled cells</translation>
    </message>
    <message>
        <source>帳票のページを開く</source>
        <translation>Open a page of the documents' window</translation>
    </message>
    <message>
        <source>開いているページの書類を確かめ、書き出す</source>
        <translation>Look at the document of the open page, and write it</translation>
    </message>
    <message>
        <source>次の欄へ（書いた文章は、欄を離れると保存されます）</source>
        <translation>To the next box (what you wrote is saved when you leave the box)</translation>
    </message>
    <message>
        <source>欄を離れずに保存する</source>
        <translation>Save without leaving the box</translation>
    </message>
    <message>
        <source>次の評価表へ（前へは Ctrl+PageUp）</source>
        <translation>To the next evaluation sheet (Ctrl+PageUp to the one before)</translation>
    </message>
    <message>
        <source>実施状況を、評価区分の順に選ぶ（Delete で未記入に戻す）</source>
        <translation>Choose a status in the order of the scale (Delete clears it)</translation>
    </message>
    <message>
        <source>矢印</source>
        <translation>Arrow keys</translation>
    </message>
    <message>
        <source>月と行を移る</source>
        <translation>Go from month to month and from row to row</translation>
    </message>
    <message>
        <source>空いた月に矢印を引く。矢印や ○ の上では文字を書く</source>
        <translation>Draw an arrow in an empty month; write the label of an arrow or a point</translation>
    </message>
    <message>
        <source>文字を打つ</source>
        <translation>Typing</translation>
    </message>
    <message>
        <source>空いた月に矢印を引き、その文字を書く</source>
        <translation>Draw an arrow in an empty month, and write its label</translation>
    </message>
    <message>
        <source>Shift+矢印</source>
        <translation>Shift+arrow keys</translation>
    </message>
    <message>
        <source>矢印を伸ばす、縮める</source>
        <translation>Make an arrow longer or shorter</translation>
    </message>
    <message>
        <source>月や行へ動かす</source>
        <translation>Move to another month or row</translation>
    </message>
    <message>
        <source>○ を置く。矢印と ○ を替える</source>
        <translation>Put a point; turn an arrow into a point and back</translation>
    </message>
    <message>
        <source>文字を書く</source>
        <translation>Write the label</translation>
    </message>
    <message>
        <source>消す</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>表の中で</source>
        <translation>In the table</translation>
    </message>
    <message>
        <source>帳票の入力で</source>
        <translation>In the documents' window</translation>
    </message>
    <message>
        <source>スケジュールの中で</source>
        <translation>In a schedule</translation>
    </message>
</context>
<context>
    <name>LetterPane</name>
    <message>
        <source>メールの文面</source>
        <translation>Text of the e-mail</translation>
    </message>
    <message>
        <source>文面をコピー</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>メールソフトで開く</source>
        <translation>Open in the mail program</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>追加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>削除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>上へ</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下へ</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>Losses</name>
    <message>
        <source>{where}: 「{character}」（{code}）の字がフォントにないため、〓 で印刷されます。</source>
        <translation>{where}: no font has the character “{character}” ({code}); 〓 is printed in its place.</translation>
    </message>
    <message>
        <source>{where}: 文章が長く、Excel の行の高さに収まりません。ファイルにはすべて入っています。</source>
        <translation>{where}: the text is too long for a row of Excel to show. The file holds all of it.</translation>
    </message>
    <message>
        <source>{where}: 一枚に収めると文字が {size} ポイントになり、{smallest} ポイントより小さくなります。</source>
        <translation>{where}: to fit one sheet, letters become {size} points high, which is less than {smallest} points.</translation>
    </message>
    <message>
        <source>{pages} ページになり、{limit} ページを超えています。</source>
        <translation>There are {pages} pages, more than the limit of {limit}.</translation>
    </message>
    <message>
        <source>長い文章: {places}</source>
        <translation>Long texts: {places}</translation>
    </message>
</context>
<context>
    <name>LossesPanel</name>
    <message>
        <source>見えないところ</source>
        <translation>What cannot be seen</translation>
    </message>
    <message>
        <source>読む人に見えないところが {count} か所あります。</source>
        <translation>In {count} places there is something that readers will not see.</translation>
    </message>
</context>
<context>
    <name>MatchingPanel</name>
    <message>
        <source>列 {heading} の項目</source>
        <translation>Field of the column {heading}</translation>
    </message>
    <message>
        <source>（取り込まない）</source>
        <translation>(leave out)</translation>
    </message>
    <message>
        <source>手で選択</source>
        <translation>Chosen by hand</translation>
    </message>
    <message>
        <source>確実</source>
        <translation>Certain</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>Please check</translation>
    </message>
    <message>
        <source>見出しの一致 {percent} %</source>
        <translation>Headings matched: {percent} %</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>最近使った計画</source>
        <translation>Recent plans</translation>
    </message>
    <message>
        <source>表示する年度</source>
        <translation>Fiscal years shown</translation>
    </message>
    <message>
        <source>画面の明るさ</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>言語 / Language</source>
        <translation>言語 / Language</translation>
    </message>
    <message>
        <source>ファイル(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>ヘルプ(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>帳票(&amp;D)</source>
        <translation>&amp;Documents</translation>
    </message>
    <message>
        <source>編集(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>行(&amp;R)</source>
        <translation>&amp;Row</translation>
    </message>
    <message>
        <source>表示(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>計画(&amp;P)</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>配布と回収(&amp;C)</source>
        <translation>&amp;Collection</translation>
    </message>
</context>
<context>
    <name>OfficeList</name>
    <message>
        <source>部署</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>ファイルの種類</source>
        <translation>Kind of file</translation>
    </message>
    <message>
        <source>配布する部署</source>
        <translation>Offices to distribute to</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>読むだけで開くか、控えを作って開くことができます。控えに書いた内容は、元の計画には入りません。</source>
        <translation>You can open it for reading only, or make a copy and open that. What you write in a copy does not go into the original plan.</translation>
    </message>
    <message>
        <source>読むだけで開く</source>
        <translation>Open for reading</translation>
    </message>
    <message>
        <source>控えを作って開く…</source>
        <translation>Make a copy and open it…</translation>
    </message>
    <message>
        <source>{name}（控え）</source>
        <translation>{name} (copy)</translation>
    </message>
    <message>
        <source>控えの保存</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>あゆみの計画 (*{suffix})</source>
        <translation>Ayumi plans (*{suffix})</translation>
    </message>
    <message>
        <source>あゆみの計画・部署のファイル ({patterns})</source>
        <translation>Ayumi plans and office files ({patterns})</translation>
    </message>
    <message>
        <source>計画を開く</source>
        <translation>Open a plan</translation>
    </message>
    <message>
        <source>計画を保存する場所</source>
        <translation>Where to save the plan</translation>
    </message>
    <message>
        <source>あゆみ 見本の計画{suffix}</source>
        <translation>Ayumi sample plan{suffix}</translation>
    </message>
</context>
<context>
    <name>PagesBar</name>
    <message>
        <source>ページ番号</source>
        <translation>Page number</translation>
    </message>
    <message>
        <source>前のページ</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>次のページ</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>縮小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>拡大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>幅に合わせる</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>全体を表示</source>
        <translation>Show the whole page</translation>
    </message>
    <message>
        <source>/ {count} ページ</source>
        <translation>/ {count} pages</translation>
    </message>
</context>
<context>
    <name>PagesPane</name>
    <message>
        <source>ページを作っています…</source>
        <translation>Making the pages…</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>印刷される姿</source>
        <translation>The printed pages</translation>
    </message>
</context>
<context>
    <name>PartStrip</name>
    <message>
        <source>提出…</source>
        <translation>Submit…</translation>
    </message>
    <message>
        <source>選んだ欄を「{state}」にします。</source>
        <translation>Sets the chosen cells to “{state}”.</translation>
    </message>
    <message>
        <source>提出期限 {date}</source>
        <translation>Deadline {date}</translation>
    </message>
    <message>
        <source>（期限を過ぎています）</source>
        <translation> (past the deadline)</translation>
    </message>
    <message>
        <source>問い合わせ先 {name}</source>
        <translation>Contact: {name}</translation>
    </message>
    <message>
        <source>提出済みです。このファイルを返送してください。</source>
        <translation>Submitted. Please send this file back.</translation>
    </message>
    <message>
        <source>提出済み</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>あと {count} 件</source>
        <translation>{count} to go</translation>
    </message>
    <message>
        <source>次の未入力の欄へ移ります。</source>
        <translation>Goes to the next cell not entered.</translation>
    </message>
    <message>
        <source>未入力はありません</source>
        <translation>Nothing is missing</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>並び順</source>
        <translation>Order</translation>
    </message>
</context>
<context>
    <name>PendingStrip</name>
    <message>
        <source>食い違いを確かめる…</source>
        <translation>Look at the conflicts…</translation>
    </message>
    <message>
        <source>提案を確かめる…</source>
        <translation>Look at the proposals…</translation>
    </message>
    <message>
        <source>食い違い {count} 件</source>
        <translation>{count} conflicts</translation>
    </message>
    <message>
        <source>行の追加の提案 {count} 件</source>
        <translation>{count} proposed rows</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>部署の回答で、決めていないことがあります: {what}</source>
        <translation>Not decided yet in the offices' answers: {what}</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>例: 資料1</source>
        <translation>e.g. Document 1</translation>
    </message>
    <message>
        <source>計画名</source>
        <translation>Plan title</translation>
    </message>
    <message>
        <source>市区町村名</source>
        <translation>City</translation>
    </message>
    <message>
        <source>初年度</source>
        <translation>First fiscal year</translation>
    </message>
    <message>
        <source>最終年度</source>
        <translation>Last fiscal year</translation>
    </message>
    <message>
        <source>資料番号</source>
        <translation>Document label</translation>
    </message>
    <message>
        <source>新しい計画</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>計画の名称と期間を入れてください。どれも後から直せます。</source>
        <translation>Please enter the plan's title and period. All of it can be changed later.</translation>
    </message>
    <message>
        <source>次へ: 保存する場所</source>
        <translation>Next: where to save</translation>
    </message>
    <message>
        <source>変更する</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>計画の設定</source>
        <translation>Plan settings</translation>
    </message>
    <message>
        <source>表の下の注記</source>
        <translation>Notes below the table</translation>
    </message>
    <message>
        <source>計画期間は{first}から{last}までです。延ばすには「次の年度を開く」を使います。</source>
        <translation>The plan runs from {first} to {last}. To lengthen it, use “Open the next fiscal year”.</translation>
    </message>
    <message>
        <source>{year}の欄を、すべての行に設けますか。</source>
        <translation>Give every row its cells for {year}?</translation>
    </message>
    <message>
        <source>計画期間の最終年度が一年度延びます。「元に戻す」で取り消せます。</source>
        <translation>The plan becomes one fiscal year longer. “Undo” takes it back.</translation>
    </message>
    <message>
        <source>年度を開く</source>
        <translation>Open the year</translation>
    </message>
    <message>
        <source>見出し</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>新しい符号と名称</source>
        <translation>New code and name</translation>
    </message>
    <message>
        <source>施策・事業の名称変更</source>
        <translation>Rename heading</translation>
    </message>
    <message>
        <source>符号と名称を続けて書きます（例: 1-①-ア. 防災情報の発信）。</source>
        <translation>Write the code and the name one after the other (e.g. 1-①-ア. 防災情報の発信).</translation>
    </message>
    <message>
        <source>課名</source>
        <translation>Department name</translation>
    </message>
    <message>
        <source>係・施設（なければ空欄）</source>
        <translation>Section (may be left empty)</translation>
    </message>
    <message>
        <source>課の追加</source>
        <translation>Add department</translation>
    </message>
    <message>
        <source>加えた課は、行の「担当課」として選べるようになります。</source>
        <translation>The department can then be chosen for rows.</translation>
    </message>
    <message>
        <source>追加する</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>課</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>部名</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>最初の年度</source>
        <translation>First fiscal year</translation>
    </message>
    <message>
        <source>最後の年度</source>
        <translation>Last fiscal year</translation>
    </message>
    <message>
        <source>課の設定</source>
        <translation>Department settings</translation>
    </message>
    <message>
        <source>課名を改めるには「課の名称変更」を使います。</source>
        <translation>To rename the department use “Rename department”.</translation>
    </message>
    <message>
        <source>（定めない）</source>
        <translation>(not set)</translation>
    </message>
    <message>
        <source>新しい課名</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>改める年度</source>
        <translation>From fiscal year</translation>
    </message>
    <message>
        <source>課の名称変更</source>
        <translation>Rename department</translation>
    </message>
    <message>
        <source>この課の行は新しい課名になり、旧課名を（旧…）として添えます。</source>
        <translation>The rows of this department take the new name, with the old one in brackets (旧…).</translation>
    </message>
    <message>
        <source>統合される課</source>
        <translation>Department to be merged</translation>
    </message>
    <message>
        <source>統合先の課</source>
        <translation>Goes into</translation>
    </message>
    <message>
        <source>統合の年度</source>
        <translation>From fiscal year</translation>
    </message>
    <message>
        <source>課の統合</source>
        <translation>Merge departments</translation>
    </message>
    <message>
        <source>統合される課の行は、これまでの文章と履歴ごと、統合先の課に移ります。</source>
        <translation>The rows of the merged department go to the other one, with all their texts and their history.</translation>
    </message>
    <message>
        <source>統合する</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>分割する課</source>
        <translation>Department to split</translation>
    </message>
    <message>
        <source>移す行</source>
        <translation>Rows that go</translation>
    </message>
    <message>
        <source>移る先の課・係</source>
        <translation>Where they go</translation>
    </message>
    <message>
        <source>移る年度</source>
        <translation>From fiscal year</translation>
    </message>
    <message>
        <source>課の分割</source>
        <translation>Split a department</translation>
    </message>
    <message>
        <source>印を付けた行が、これまでの文章と履歴ごと移ります。新しい課は名前を書きます（係は「税務課(市民税係)」のように書きます）。残った行はもとの課に残り、すべて移すともとの課は終わります。</source>
        <translation>The ticked rows go with all their texts and history. Write the name of a new department (a section as 税務課(市民税係)). The other rows stay; when all have gone, the department comes to its end.</translation>
    </message>
    <message>
        <source>移す</source>
        <translation>Move</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>印刷プレビュー</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>印刷…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>PDF に保存…</source>
        <translation>Save as PDF…</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>印刷しています…</source>
        <translation>Printing…</translation>
    </message>
</context>
<context>
    <name>ProgressGrid</name>
    <message>
        <source>進行管理表</source>
        <translation>Progress table</translation>
    </message>
</context>
<context>
    <name>ProposalWindow</name>
    <message>
        <source>行の追加の提案</source>
        <translation>Proposed rows</translation>
    </message>
    <message>
        <source>計画に加える(&amp;A)</source>
        <translation>&amp;Add to the plan</translation>
    </message>
    <message>
        <source>見送る(&amp;D)</source>
        <translation>&amp;Decline</translation>
    </message>
    <message>
        <source>提案の一覧</source>
        <translation>List of proposals</translation>
    </message>
    <message>
        <source>提案の内容</source>
        <translation>Contents of the proposal</translation>
    </message>
    <message>
        <source>決めていない提案 {count} 件</source>
        <translation>{count} proposals not decided</translation>
    </message>
    <message>
        <source>決めていない提案はありません。</source>
        <translation>No proposal is waiting for a decision.</translation>
    </message>
    <message>
        <source>部署</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>返送されたファイル</source>
        <translation>Returned file</translation>
    </message>
    <message>
        <source>実施事業</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>（計画から削除されています）</source>
        <translation>(deleted from the plan)</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>この資料の年度:</source>
        <translation>Fiscal year of this document:</translation>
    </message>
    <message>
        <source>シート</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>年度の書かれていない実績を、どの年度のものとして取り込むかを選びます。</source>
        <translation>Says to which fiscal year results belong that do not name theirs.</translation>
    </message>
    <message>
        <source>選んだセルの内容</source>
        <translation>Contents of the chosen cell</translation>
    </message>
    <message>
        <source>示す行</source>
        <translation>Rows to show</translation>
    </message>
    <message>
        <source>取り込む行</source>
        <translation>Rows to import</translation>
    </message>
    <message>
        <source>別の資料を選ぶ…</source>
        <translation>Choose another document…</translation>
    </message>
    <message>
        <source>貼り付けた資料</source>
        <translation>Pasted document</translation>
    </message>
    <message>
        <source>（選んでください）</source>
        <translation>(please choose)</translation>
    </message>
    <message>
        <source>列の対応</source>
        <translation>Matching of columns</translation>
    </message>
    <message>
        <source>気になる点 {count} 件（選ぶと、その場所に移ります）</source>
        <translation>Points to check: {count} (choose one to go to its place)</translation>
    </message>
    <message>
        <source>すべてのシート</source>
        <translation>All sheets</translation>
    </message>
    <message>
        <source>{name}（{rows} 行）</source>
        <translation>{name} ({rows} rows)</translation>
    </message>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>行の追加</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>選んでいる行のすぐ下に加えます。</source>
        <translation>It is added right below the chosen row.</translation>
    </message>
    <message>
        <source>追加する</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>（終了していない）</source>
        <translation>(has not ended)</translation>
    </message>
    <message>
        <source>最後の年度</source>
        <translation>Last fiscal year</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>{row}
最後の年度より後の欄は、「終了」として扱います。</source>
        <translation>{row}
Cells after the last fiscal year count as ended.</translation>
    </message>
    <message>
        <source>行の終了</source>
        <translation>End row</translation>
    </message>
    <message>
        <source>記録する</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>
ほか {count} 行</source>
        <translation>
{count} more</translation>
    </message>
    <message>
        <source>{count} 行を、すべての年度の文章とともに削除しますか。</source>
        <translation>Delete {count} row(s) with the texts of all their years?</translation>
    </message>
    <message>
        <source>「元に戻す」で取り消せます。</source>
        <translation>“Undo” takes it back.</translation>
    </message>
    <message>
        <source>削除する</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>RowForm</name>
    <message>
        <source>（いちばん上）</source>
        <translation>(at the top)</translation>
    </message>
    <message>
        <source>例: 1-①-ア. 防災情報の発信</source>
        <translation>e.g. 1-①-ア. 防災情報の発信</translation>
    </message>
    <message>
        <source>主担当課である（○）</source>
        <translation>Is the lead (○)</translation>
    </message>
    <message>
        <source>同じ実施内容に、別の担当課の行を加える</source>
        <translation>Another department for the same content</translation>
    </message>
    <message>
        <source>同じ実施事業に、新しい実施内容を加える</source>
        <translation>New content in the same project</translation>
    </message>
    <message>
        <source>新しい実施事業を加える</source>
        <translation>A new project</translation>
    </message>
    <message>
        <source>加えるもの</source>
        <translation>To add</translation>
    </message>
    <message>
        <source>新しい実施事業の位置</source>
        <translation>Place of the new project</translation>
    </message>
    <message>
        <source>新しい実施事業</source>
        <translation>New project</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>「{file}」に書き出しています…</source>
        <translation>Writing “{file}”…</translation>
    </message>
    <message>
        <source>書き出し先</source>
        <translation>Where to export</translation>
    </message>
    <message>
        <source>「{file}」はすでにあります。</source>
        <translation>“{file}” exists already.</translation>
    </message>
    <message>
        <source>置き換えると、今のファイルの内容は失われます。</source>
        <translation>If you replace it, what is in the file now is lost.</translation>
    </message>
    <message>
        <source>置き換える</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>もう一度</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>別の名前で…</source>
        <translation>Another name…</translation>
    </message>
</context>
<context>
    <name>Scale</name>
    <message>
        <source>進行管理表と指標の達成状況</source>
        <translation>Grades of the progress table and the indicators</translation>
    </message>
    <message>
        <source>施策の実施状況（計画の最後）</source>
        <translation>Statuses of the measures (at the plan's end)</translation>
    </message>
    <message>
        <source>個別事業評価表の中間評価</source>
        <translation>Interim evaluation of the sheets</translation>
    </message>
    <message>
        <source>個別事業評価表の事後評価</source>
        <translation>Final evaluation of the sheets</translation>
    </message>
</context>
<context>
    <name>ScalePage</name>
    <message>
        <source>評価区分</source>
        <translation>Rating scale</translation>
    </message>
    <message>
        <source>組み込みの区分に替える</source>
        <translation>Use a built-in scale</translation>
    </message>
    <message>
        <source>達成とみなす</source>
        <translation>Achieved</translation>
    </message>
    <message>
        <source>集計で、達成した数に入れます。</source>
        <translation>Counts as achieved.</translation>
    </message>
    <message>
        <source>理由が必要</source>
        <translation>Needs a reason</translation>
    </message>
    <message>
        <source>この評価を付けたときに、理由の記入を求めます。</source>
        <translation>Asks for a reason with this grade.</translation>
    </message>
    <message>
        <source>候補にする達成率（%以上）</source>
        <translation>Suggested from rate (%)</translation>
    </message>
    <message>
        <source>達成率がこの値以上のとき、この評価を候補として示します。空欄なら候補にしません。</source>
        <translation>The grade is suggested from this rate on; never where this is empty.</translation>
    </message>
    <message>
        <source>使用数</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>何の評価か</source>
        <translation>What is graded</translation>
    </message>
    <message>
        <source>記号を変えると、その記号を付けたところも一緒に変わります。すでに付けた評価は、区分を消しても残ります。</source>
        <translation>A new symbol replaces the old one wherever it was given. What was given stays when a grade is removed.</translation>
    </message>
    <message>
        <source>この区分にない評価が付いています: {told}</source>
        <translation>Grades given that this scale does not have: {told}</translation>
    </message>
</context>
<context>
    <name>ScheduleBox</name>
    <message>
        <source>矢印</source>
        <translation>Arrow</translation>
    </message>
    <message>
        <source>カーソルの月に矢印を引きます（Enter。Shift+→ で延ばします）</source>
        <translation>Draw an arrow in the cursor's month (Enter; Shift+→ makes it longer)</translation>
    </message>
    <message>
        <source>○</source>
        <translation>○</translation>
    </message>
    <message>
        <source>○ を置きます。矢印の上では ○ に替えます（O）</source>
        <translation>Put a ○, or turn the arrow into one (O)</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>矢印や ○ に添える文字を書きます（F2）</source>
        <translation>Write the label of an arrow or ○ (F2)</translation>
    </message>
    <message>
        <source>消す</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>矢印や ○ を消します（Delete）</source>
        <translation>Erase an arrow or ○ (Delete)</translation>
    </message>
    <message>
        <source>空いた月を引っぱると矢印、端を引っぱると長さ、中ほどを引っぱると場所が変わります。</source>
        <translation>Drag over free months to draw an arrow, its ends to change its length, its middle to move it.</translation>
    </message>
</context>
<context>
    <name>ScheduleEdit</name>
    <message>
        <source>スケジュールの文字</source>
        <translation>Label in the schedule</translation>
    </message>
    <message>
        <source>矢印を引く</source>
        <translation>Draw an arrow</translation>
    </message>
    <message>
        <source>○ を置く・矢印に替える</source>
        <translation>Put a ○, or turn into an arrow</translation>
    </message>
    <message>
        <source>文字を書く</source>
        <translation>Write the label</translation>
    </message>
    <message>
        <source>消す</source>
        <translation>Erase</translation>
    </message>
</context>
<context>
    <name>ScheduleView</name>
    <message>
        <source>計画</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>実績</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>{month}（空き）</source>
        <translation>{month} (free)</translation>
    </message>
    <message>
        <source>○</source>
        <translation>○</translation>
    </message>
    <message>
        <source>矢印</source>
        <translation>Arrow</translation>
    </message>
    <message>
        <source>「{label}」</source>
        <translation> “{label}”</translation>
    </message>
    <message>
        <source>（文字なし）</source>
        <translation> (no label)</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>CSV で書き出せるのは進行管理表だけです。.xlsx .pdf .html のどれかにしてください。</source>
        <translation>Only the progress table can be written as CSV. Please use .xlsx, .pdf or .html.</translation>
    </message>
    <message>
        <source>Excel のエラー表示</source>
        <translation>Error values of Excel</translation>
    </message>
    <message>
        <source>JSON の計画は、新しい計画ファイルにだけ読み込めます。別の名前を付けてください。</source>
        <translation>A plan in JSON can only be read into a new plan file. Please give another name.</translation>
    </message>
    <message>
        <source>{count} セルを置換しました。</source>
        <translation>Replaced in {count} cells.</translation>
    </message>
    <message>
        <source>{count} 行が隠されています。隠された行の記入も取り込みます。</source>
        <translation>{count} rows are hidden. What is written in hidden rows is taken in, too.</translation>
    </message>
    <message>
        <source>{line} 行目から別の見出しの表が始まるため、その手前までを読み込みました。</source>
        <translation>A table with other headings begins at line {line}; the lines before it were read.</translation>
    </message>
    <message>
        <source>{line} 行目と同じ実施事業・実施内容の行です。{line} 行目だけを取り込みます。1 行にまとめてください。</source>
        <translation>This row has the same project and content as line {line}. Only line {line} is taken in. Please make them one row.</translation>
    </message>
    <message>
        <source>{line} 行目のセルと結合されています。このセルの記入は取り込んでいません。</source>
        <translation>The cell is merged with the one in line {line}. What is written in it was not taken in.</translation>
    </message>
    <message>
        <source>{stage}に審査会評価がありますが、主管課評価がありません。主管課に確かめてください。</source>
        <translation>{stage} has the committee's grade but not the department's. Please ask the department.</translation>
    </message>
    <message>
        <source>{stage}の審査会評価がありません。審査会の結果を記入してください。</source>
        <translation>{stage} lacks the committee's grade. Please enter the committee's result.</translation>
    </message>
    <message>
        <source>{where} の文章が長すぎて、「{file}」に書き出せません。{limit} 文字までにしてください。</source>
        <translation>The text of {where} is too long to be written to “{file}”. Please keep it within {limit} characters.</translation>
    </message>
    <message>
        <source>{where} の文章が長すぎて、調査票に書き出せません。{limit} 文字までにしてください。</source>
        <translation>The text of {where} is too long for the questionnaire. Please shorten it to {limit} characters.</translation>
    </message>
    <message>
        <source>{year}の{field}から後が未入力です。終わった事業なら、行を「終了」にしてください。</source>
        <translation>From {field} of {year} on nothing is entered. If the project is over, please make the row “Ended”.</translation>
    </message>
    <message>
        <source>{year}の{field}から後が未入力です。記入するか、終わった事業なら行を「終了」にしてください。</source>
        <translation>From {field} of {year} on nothing is entered. Please fill it in, or make the row “Ended” if the project is over.</translation>
    </message>
    <message>
        <source>{year}の{field}が未入力です。後の欄には記入があります。記入するか、「該当なし」などを選んでください。</source>
        <translation>{field} of {year} is not entered, though later cells are. Please fill it in, or choose “Nothing to report” or the like.</translation>
    </message>
    <message>
        <source>{year}の{field}が未入力です。記入してください。</source>
        <translation>{field} of {year} is not entered. Please fill it in.</translation>
    </message>
    <message>
        <source>{year}の{field}の数値が、年度の外の日（{day}現在）のものになっています。日付か列を確かめてください。</source>
        <translation>The figure in {field} of {year} is of a day outside that year (as of {day}). Please check the date or the column.</translation>
    </message>
    <message>
        <source>{year}の内容及び目標が「…した。」と、実績のように書かれています。列を確かめてください。</source>
        <translation>The target of {year} is written like a result (“did …”). Please check the column.</translation>
    </message>
    <message>
        <source>{year}の目標の単位は「{target}」ですが、結果の単位は「{result}」です。単位をそろえてください。</source>
        <translation>The target of {year} is in “{target}”, but the result is in “{result}”. Please use the same unit.</translation>
    </message>
    <message>
        <source>{year}の目標（{target}）が、前年度の結果（{result}）を下回っています。目標を確かめてください。</source>
        <translation>The target of {year} ({target}) is below the result of the year before ({result}). Please check the target.</translation>
    </message>
    <message>
        <source>{year}の目標（{target}）に対する結果の数値が、評価に見当たりません。【結果】を書いてください。</source>
        <translation>No figure for the target of {year} ({target}) is found in the evaluation. Please write 【結果】.</translation>
    </message>
    <message>
        <source>{year}の結果（{result}）は目標（{target}）に届いていませんが、達成状況が「{grade}」です。数値か達成状況を確かめてください。</source>
        <translation>The result of {year} ({result}) does not reach the target ({target}), but the grade is “{grade}”. Please check the figures or the grade.</translation>
    </message>
    <message>
        <source>{year}の評価が、内容及び目標と同じ文です。実績を書いてください。</source>
        <translation>The evaluation of {year} is the same text as its target. Please write what was done.</translation>
    </message>
    <message>
        <source>{year}の評価が、前年度の評価と同じ文です。前の年度の文が残っていないか確かめてください。</source>
        <translation>The evaluation of {year} is the same text as the year before. Please check whether an old text was left.</translation>
    </message>
    <message>
        <source>{year}の評価が「…する。」「…努める。」と、予定のように書かれています。実績を書いてください。</source>
        <translation>The evaluation of {year} is written like an intention (“will …”). Please write what was done.</translation>
    </message>
    <message>
        <source>{year}の評価はありますが、達成状況が付いていません。記号を選んでください。</source>
        <translation>There is an evaluation of {year} but no grade. Please choose one.</translation>
    </message>
    <message>
        <source>{year}の達成状況「{grade}」は、この計画の評価区分にありません。記号を選び直してください。</source>
        <translation>The grade “{grade}” of {year} is not in this plan's scale. Please choose another one.</translation>
    </message>
    <message>
        <source>{year}の達成状況が「{grade}」ですが、評価に理由が見当たりません。【理由】を書いてください。</source>
        <translation>The grade of {year} is “{grade}”, but the evaluation gives no reason. Please write 【理由】.</translation>
    </message>
    <message>
        <source>{year}は、目標の欄が「…した。」、評価の欄が「…する。」となっています。文が右の列にずれていないか確かめてください。</source>
        <translation>In {year} the target reads “did …” and the evaluation “will …”. Please check whether the texts have shifted to the next column.</translation>
    </message>
    <message>
        <source>「{date}」という日付はありません。正しい日付に直してください。</source>
        <translation>There is no date “{date}”. Please correct it.</translation>
    </message>
    <message>
        <source>「{date}」は、{era}が始まる前の日付です。元号と年を確かめてください。</source>
        <translation>“{date}” is a date before the era {era} began. Please check the era and the year.</translation>
    </message>
    <message>
        <source>「{department}」には記入してもらう行がないため、配布できません。担当の行を確かめてください。</source>
        <translation>“{department}” has no rows to fill in, so nothing can be handed out to it. Please check its rows.</translation>
    </message>
    <message>
        <source>「{field}」の「{text}」は、金額として読めません。千円単位の数字で 1,234 のように入れてください。金額がないときは「－」、決まっていないときは「調整中」と入れてください。</source>
        <translation>“{text}” in “{field}” cannot be read as an amount. Enter a number of thousand yen such as 1,234; write “－” where there is no amount, or “調整中” where it is not settled yet.</translation>
    </message>
    <message>
        <source>「{field}」の文章が長すぎます（{length} 文字）。{limit} 文字までにしてください。</source>
        <translation>The text of “{field}” is too long ({length} characters). Please keep it within {limit}.</translation>
    </message>
    <message>
        <source>「{field}」は年度ごとの項目です。--year で年度を指定してください。</source>
        <translation>“{field}” belongs to a fiscal year. Please name the year with --year.</translation>
    </message>
    <message>
        <source>「{field}」を入れてください。</source>
        <translation>Please enter “{field}”.</translation>
    </message>
    <message>
        <source>「{file}」が、どの資料か分かりません。進行管理表の見出し（実施事業、担当課など）、施策ごとの【達成】、指標の表、◎ ※ の付いた体系、帳票の欄の名称のどれかがあるか確かめてください。</source>
        <translation>It is not clear which document “{file}” is. Please check that it has the headings of a progress table (実施事業, 担当課 …), a 【達成】 for each measure, an indicator table, a tree with ◎ and ※, or the names of a form's boxes.</translation>
    </message>
    <message>
        <source>「{file}」がほかで変更されていたため、上書きしませんでした。こちらの内容は「{copy}」に保存しました。</source>
        <translation>“{file}” was changed elsewhere and has not been overwritten. What was here is saved in “{copy}”.</translation>
    </message>
    <message>
        <source>「{file}」がほかで変更されていました。このPCに残っていた内容は「{copy}」に保存しました。</source>
        <translation>“{file}” was changed elsewhere. What remained on this PC is saved in “{copy}”.</translation>
    </message>
    <message>
        <source>「{file}」がほかで変更されていました。このPCに残っていた記入は「{copy}」に保存しました。両方を送ってください。</source>
        <translation>“{file}” was changed elsewhere. The entries that remained on this PC are saved in “{copy}”. Please send both.</translation>
    </message>
    <message>
        <source>「{file}」が見つかりません。ファイルの場所を確かめてください。</source>
        <translation>“{file}” cannot be found. Please check where the file is.</translation>
    </message>
    <message>
        <source>「{file}」が見つかりません。場所と名前を確かめてください。</source>
        <translation>“{file}” cannot be found. Please check its place and name.</translation>
    </message>
    <message>
        <source>「{file}」が見つかりません。移動や削除をされていないか、ネットワークにつながっているか確かめてください。</source>
        <translation>“{file}” cannot be found. Please check that it was not moved or deleted, and that you are connected to the network.</translation>
    </message>
    <message>
        <source>「{file}」という名前のフォルダーがあります。別のファイル名にしてください。</source>
        <translation>There is a folder called “{file}”. Please choose another file name.</translation>
    </message>
    <message>
        <source>「{file}」には .xlsx にないはずのマクロが入っています。Excel で開き、.xlsx 形式で保存し直してください。</source>
        <translation>“{file}” has macros, which an .xlsx should not have. Please open it in Excel and save it as .xlsx again.</translation>
    </message>
    <message>
        <source>「{file}」には、お願いした欄以外の内容があるか、欄が欠けています。配布したファイルに記入し直して、もう一度お送りください。</source>
        <translation>“{file}” has contents other than what was asked for, or lacks some of it. Please have the file that was handed out filled in again and sent once more.</translation>
    </message>
    <message>
        <source>「{file}」には、行と列を見分けるための灰色の文字（行ID と照合）がありません。配布した調査票に記入し直して、もう一度お送りください。</source>
        <translation>“{file}” lacks the grey characters by which rows and columns are told apart (row ID and check). Please have the questionnaire that was handed out filled in and sent again.</translation>
    </message>
    <message>
        <source>「{file}」には、調査票を見分けるための情報（配布ID と構成）がありません。配布した調査票に記入し直して、もう一度お送りください。</source>
        <translation>“{file}” lacks what identifies a questionnaire (distribution ID and structure). Please have the questionnaire that was handed out filled in and sent again.</translation>
    </message>
    <message>
        <source>「{file}」にはほかのブックへのリンクがあります。Excel の［データ］→［リンクの編集］でリンクを解除し、保存し直してください。</source>
        <translation>“{file}” has links to other workbooks. Please break them in Excel (Data → Edit Links) and save it again.</translation>
    </message>
    <message>
        <source>「{file}」にはパスワードがかかっています。Excel で開き、パスワードを外して保存し直してください。</source>
        <translation>“{file}” is protected by a password. Please open it in Excel, remove the password and save it again.</translation>
    </message>
    <message>
        <source>「{file}」には二つ以上の調査票が混ざっています。配布した調査票ごとに分けて、もう一度お送りください。</source>
        <translation>“{file}” mixes two or more questionnaires. Please have each questionnaire sent again as a file of its own.</translation>
    </message>
    <message>
        <source>「{file}」には計画期間が書かれていないため、新しい計画を作れません。年度を指定するか（--year）、先に空の計画を作ってから取り込んでください。</source>
        <translation>“{file}” does not name the plan's period, so no new plan can be made of it. Please give the fiscal year (--year), or make an empty plan first and import into that.</translation>
    </message>
    <message>
        <source>「{file}」には調査票のシートが {count} 枚あります。記入したシートだけを残して、もう一度お送りください。</source>
        <translation>“{file}” has {count} questionnaire sheets. Please have it sent again with the filled-in sheet alone.</translation>
    </message>
    <message>
        <source>「{file}」にシート「{sheet}」はありません。あるシート: {names}</source>
        <translation>“{file}” has no sheet “{sheet}”. Its sheets: {names}</translation>
    </message>
    <message>
        <source>「{file}」に書き込んだ内容を読み直したところ、一致しませんでした。変更はこのPCに保存されています。ディスクやネットワークを確かめてください。</source>
        <translation>What was written to “{file}” did not read back the same. Your changes are saved on this PC. Please check the disk or the network.</translation>
    </message>
    <message>
        <source>「{file}」の {line} 行目の引用符（"）が正しく閉じていません。その行を直してから、もう一度選んでください。</source>
        <translation>A quotation mark (") in line {line} of “{file}” is not closed. Please mend that line and choose the file again.</translation>
    </message>
    <message>
        <source>「{file}」の {table} の {place} 件目が読めません。書き出し直してください。</source>
        <translation>Record {place} of {table} in “{file}” cannot be read. Please export the plan again.</translation>
    </message>
    <message>
        <source>「{file}」の中身が、あゆみで保存したときのものと違います。元のファイルの送り直しが必要です。</source>
        <translation>The contents of “{file}” are not what Ayumi saved. Please have the original file sent again.</translation>
    </message>
    <message>
        <source>「{file}」の中身が計画としてつながりません。書き出し直してください。</source>
        <translation>The contents of “{file}” do not hold together as a plan. Please export the plan again.</translation>
    </message>
    <message>
        <source>「{file}」の中身が計画ファイルの形と違うため、開きませんでした。送り主に確かめてください。</source>
        <translation>The contents of “{file}” do not have the form of a plan file, so it was not opened. Please ask whoever sent it.</translation>
    </message>
    <message>
        <source>「{file}」の中身は Excel ブックではなく Web ページ（HTML・XML）です。Excel で開き、.xlsx 形式で保存し直してください。</source>
        <translation>“{file}” is not an Excel workbook but a web page (HTML or XML). Please open it in Excel and save it as .xlsx.</translation>
    </message>
    <message>
        <source>「{file}」の内容が履歴と一致しません（{count} 件）。控えから戻してください。</source>
        <translation>The contents of “{file}” do not agree with its history ({count} places). Please restore a backup.</translation>
    </message>
    <message>
        <source>「{file}」の履歴は {number} 番の変更でつながりません。控えから戻してください。</source>
        <translation>The history of “{file}” breaks at change {number}. Please restore a backup.</translation>
    </message>
    <message>
        <source>「{file}」の形式では書き出せません。ファイル名の終わりを {suffixes} のどれかにしてください。</source>
        <translation>Files like “{file}” cannot be written. Please let the name end in one of {suffixes}.</translation>
    </message>
    <message>
        <source>「{file}」の控えが多すぎます。不要な控えを片づけてから、もう一度お試しください。</source>
        <translation>There are too many copies of “{file}”. Please clear away those you do not need and try again.</translation>
    </message>
    <message>
        <source>「{file}」の文字コードが分かりません。メモ帳などで開き、UTF-8 で保存し直してください。</source>
        <translation>The character coding of “{file}” is not known. Please open it in an editor and save it as UTF-8.</translation>
    </message>
    <message>
        <source>「{file}」の表に年度が見つからないため、計画期間が分かりません。先に空の計画を作ってから取り込んでください。</source>
        <translation>No fiscal year was found in the table of “{file}”, so the plan's period is not known. Please make an empty plan first and import into it.</translation>
    </message>
    <message>
        <source>「{file}」は .xlsx 形式のブックではありません。Excel で開き、.xlsx 形式で保存し直してください。</source>
        <translation>“{file}” is not an .xlsx workbook. Please open it in Excel and save it as .xlsx.</translation>
    </message>
    <message>
        <source>「{file}」は Excel などで開かれているため、書き込めません。閉じてから、もう一度お試しください。</source>
        <translation>“{file}” is open in Excel or another program and cannot be written. Please close it and try again.</translation>
    </message>
    <message>
        <source>「{file}」は XML に文書型の宣言（DTD）があるため、安全に読み込めません。表だけを新しいブックに写してください。</source>
        <translation>“{file}” declares a document type (DTD) in its XML and cannot be read safely. Please copy the table alone to a new workbook.</translation>
    </message>
    <message>
        <source>「{file}」は {name} さん（{pc}）が {since} から開いています。閉じてもらうか、読み取り専用で開いてください。</source>
        <translation>“{file}” has been open with {name} ({pc}) since {since}. Please have it closed, or open it for reading only.</translation>
    </message>
    <message>
        <source>「{file}」は、あゆみが書き出した計画（JSON）ではありません。</source>
        <translation>“{file}” is not a plan (JSON) exported by Ayumi.</translation>
    </message>
    <message>
        <source>「{file}」は、この計画から配布したファイルではないか、配布が取り消されています。宛先と計画を確かめてください。</source>
        <translation>“{file}” was not handed out from this plan, or the handing out was withdrawn. Please check to whom it belongs.</translation>
    </message>
    <message>
        <source>「{file}」は、すでに取り込んであります。何も変わりません。</source>
        <translation>“{file}” has been collected already. Nothing changes.</translation>
    </message>
    <message>
        <source>「{file}」は、すでに届いているものより古い版です。取り込みません。</source>
        <translation>“{file}” is older than what has already arrived. It is not taken.</translation>
    </message>
    <message>
        <source>「{file}」はあゆみの計画ファイルではありません。ファイルを確かめてください。</source>
        <translation>“{file}” is not a plan file of Ayumi. Please check the file.</translation>
    </message>
    <message>
        <source>「{file}」はあゆみの調査票ではありません。ファイルを確かめてください。</source>
        <translation>“{file}” is not a questionnaire of Ayumi. Please check the file.</translation>
    </message>
    <message>
        <source>「{file}」はあゆみの部署ファイルではありません。ファイルを確かめてください。</source>
        <translation>“{file}” is not a department file of Ayumi. Please check the file.</translation>
    </message>
    <message>
        <source>「{file}」はすでにあります。別の名前を付けてください。</source>
        <translation>“{file}” exists already. Please choose another name.</translation>
    </message>
    <message>
        <source>「{file}」はほかの人が開いています。閉じてもらうか、読み取り専用で開いてください。</source>
        <translation>Somebody else has “{file}” open. Please have it closed, or open it for reading only.</translation>
    </message>
    <message>
        <source>「{file}」はシートが多すぎます。表のシートだけを新しいブックに写してください。</source>
        <translation>“{file}” has too many sheets. Please copy the table's sheet alone to a new workbook.</translation>
    </message>
    <message>
        <source>「{file}」はバイナリ形式（.xlsb）のブックです。Excel で開き、.xlsx 形式で保存し直してください。</source>
        <translation>“{file}” is a binary workbook (.xlsb). Please open it in Excel and save it as .xlsx.</translation>
    </message>
    <message>
        <source>「{file}」はファイル名として使えません。短い名前に変えてください。</source>
        <translation>“{file}” cannot be used as a file name. Please choose a shorter one.</translation>
    </message>
    <message>
        <source>「{file}」はフォルダーです。中のファイルを選んでください。</source>
        <translation>“{file}” is a folder. Please choose a file in it.</translation>
    </message>
    <message>
        <source>「{file}」は前回、{name} さん（{pc}）が {since} から開いたまま終わっていました。内容は引き継がれています。</source>
        <translation>Last time “{file}” was left open by {name} ({pc}) since {since}. Its contents have been carried over.</translation>
    </message>
    <message>
        <source>「{file}」は古い形式（.xls・.ods）のため、この環境では読み込めません。Excel で開き、.xlsx 形式で保存し直してください。</source>
        <translation>“{file}” has an old format (.xls, .ods) that cannot be read here. Please open it in Excel and save it as .xlsx.</translation>
    </message>
    <message>
        <source>「{file}」は同じ名前の部品が重なっているため、安全に読み込めません。表だけを新しいブックに写してください。</source>
        <translation>“{file}” has parts of the same name and cannot be read safely. Please copy the table alone to a new workbook.</translation>
    </message>
    <message>
        <source>「{file}」は壊れているか、Excel ブックではありません。Excel で開き、.xlsx 形式で保存し直してください。</source>
        <translation>“{file}” is damaged or not an Excel workbook. Please open it in Excel and save it as .xlsx.</translation>
    </message>
    <message>
        <source>「{file}」は壊れているか、あゆみ以外で書き換えられています。控えから戻すか、もう一度受け取ってください。</source>
        <translation>“{file}” is damaged or was changed by something other than Ayumi. Please restore a backup, or have it sent again.</translation>
    </message>
    <message>
        <source>「{file}」は壊れているため開けません。ファイルの送り直しが必要です。</source>
        <translation>“{file}” is damaged and cannot be opened. Please have it sent again.</translation>
    </message>
    <message>
        <source>「{file}」は大きすぎて読み込めません（{size} MB まで）。表のシートだけを新しいブックに写してください。</source>
        <translation>“{file}” is too large to be read (at most {size} MB). Please copy the table's sheet alone to a new workbook.</translation>
    </message>
    <message>
        <source>「{file}」は大きすぎるため開けません（上限 {limit} MB）。正しいファイルか確かめてください。</source>
        <translation>“{file}” is too large to be opened (at most {limit} MB). Please check that it is the right file.</translation>
    </message>
    <message>
        <source>「{file}」は展開すると大きくなりすぎるため、安全に読み込めません。表だけを新しいブックに写してください。</source>
        <translation>“{file}” becomes too large when unpacked and cannot be read safely. Please copy the table alone to a new workbook.</translation>
    </message>
    <message>
        <source>「{file}」は新しい版のあゆみで作られた調査票です。あゆみを更新してから取り込んでください。</source>
        <translation>“{file}” is a questionnaire of a newer version of Ayumi. Please update Ayumi before taking it in.</translation>
    </message>
    <message>
        <source>「{file}」は新しい版のあゆみで作られています。あゆみを更新してから開いてください。</source>
        <translation>“{file}” was made by a newer version of Ayumi. Please update Ayumi before opening it.</translation>
    </message>
    <message>
        <source>「{file}」は新しい版のあゆみで書き出されています。あゆみを更新してください。</source>
        <translation>“{file}” was exported by a newer version of Ayumi. Please update Ayumi.</translation>
    </message>
    <message>
        <source>「{file}」は書式の数が多すぎるため、安全に読み込めません。表だけを新しいブックに写してください。</source>
        <translation>“{file}” has too many formats and cannot be read safely. Please copy the table alone to a new workbook.</translation>
    </message>
    <message>
        <source>「{file}」は空のファイルです。元のファイルを確かめてください。</source>
        <translation>“{file}” is empty. Please check the original file.</translation>
    </message>
    <message>
        <source>「{file}」は表が大きすぎます（{rows} 行 {columns} 列まで）。必要な部分だけにしてください。</source>
        <translation>The table in “{file}” is too large (at most {rows} rows and {columns} columns). Please keep only what is needed.</translation>
    </message>
    <message>
        <source>「{file}」は読み取り専用です。読み取り専用を解除するか、別の名前で保存してください。</source>
        <translation>“{file}” is read-only. Please lift that, or save under another name.</translation>
    </message>
    <message>
        <source>「{file}」は読み込みに時間がかかりすぎるため、中止しました。表だけを新しいブックに写してください。</source>
        <translation>Reading “{file}” took too long and was stopped. Please copy the table alone to a new workbook.</translation>
    </message>
    <message>
        <source>「{file}」は部品の名前が正しくないため、安全に読み込めません。表だけを新しいブックに写してください。</source>
        <translation>“{file}” has parts with improper names and cannot be read safely. Please copy the table alone to a new workbook.</translation>
    </message>
    <message>
        <source>「{file}」は部品の数が多すぎるため、安全に読み込めません。表だけを新しいブックに写してください。</source>
        <translation>“{file}” has too many parts and cannot be read safely. Please copy the table alone to a new workbook.</translation>
    </message>
    <message>
        <source>「{file}」を保存できませんでした（{reason}）。保存先を確かめて、もう一度お試しください。</source>
        <translation>“{file}” could not be saved ({reason}). Please check where it is to be saved and try again.</translation>
    </message>
    <message>
        <source>「{file}」を新しい形式に更新できませんでした。元の内容はそのまま残っています。</source>
        <translation>“{file}” could not be brought to the new format. What it held is still there.</translation>
    </message>
    <message>
        <source>「{file}」を読み書きする権限がありません。フォルダーの権限を確かめるか、別の場所をお使いください。</source>
        <translation>You may not read or write “{file}”. Please check the folder's permissions, or use another place.</translation>
    </message>
    <message>
        <source>「{file}」を読み書きできませんでした（{reason}）。ディスクやネットワークを確かめて、もう一度お試しください。</source>
        <translation>“{file}” could not be read or written ({reason}). Please check the disk or the network and try again.</translation>
    </message>
    <message>
        <source>「{file}」を開けないため、このPCに残っていた内容を「{copy}」に保存しました。そちらを開いてください。</source>
        <translation>“{file}” cannot be opened, so what remained on this PC was saved in “{copy}”. Please open that one.</translation>
    </message>
    <message>
        <source>「{file}」を開けません。ほかのソフトで開いていれば閉じ、読み取りの権限を確かめてください。</source>
        <translation>“{file}” cannot be opened. Please close it in other programs and check that you may read it.</translation>
    </message>
    <message>
        <source>「{folder}」には書き込めないため、計画ファイルを作れません。別の場所をお使いください。</source>
        <translation>Nothing can be written in “{folder}”, so the plan file cannot be made. Please use another place.</translation>
    </message>
    <message>
        <source>「{grade}」は計画の評価区分にありません。書かれているとおりに読み込みます。</source>
        <translation>“{grade}” is not in the plan's scale. It is read as it is written.</translation>
    </message>
    <message>
        <source>「{heading}」が「{text}」に書き換えられています。取り込みません。</source>
        <translation>“{heading}” was changed to “{text}”. It is not taken in.</translation>
    </message>
    <message>
        <source>「{heading}」の文章が長すぎます（{length} 文字）。{limit} 文字までにしてください。</source>
        <translation>The text of “{heading}” is too long ({length} characters). Please keep it within {limit}.</translation>
    </message>
    <message>
        <source>「{heading}」は、今回記入をお願いしている欄ではないため、書き換えられません。</source>
        <translation>“{heading}” is not among the cells that you are asked to fill in, and cannot be changed.</translation>
    </message>
    <message>
        <source>「{heading}」はこの計画の期間にありません。</source>
        <translation>“{heading}” is not within the plan's period.</translation>
    </message>
    <message>
        <source>「{heading}」は部署に記入してもらえる欄ではありません。</source>
        <translation>“{heading}” is not for departments to fill in.</translation>
    </message>
    <message>
        <source>「{label}」に「{complete}」とも「{filling}」とも書かれていません。記入の途中として扱います。</source>
        <translation>“{label}” says neither “{complete}” nor “{filling}”. It counts as still being filled in.</translation>
    </message>
    <message>
        <source>「{label}」は取り込む資料では空欄です。計画に入力されている内容をそのまま残します。</source>
        <translation>“{label}” is empty in the document to be imported. What the plan has is kept.</translation>
    </message>
    <message>
        <source>「{name}」という担当課は、この計画にありません。</source>
        <translation>This plan has no department “{name}”.</translation>
    </message>
    <message>
        <source>「{name}」という担当課は登録されていません。先に課を追加するか、一覧から選んでください。</source>
        <translation>There is no department “{name}”. Please add it first, or choose one from the list.</translation>
    </message>
    <message>
        <source>「{name}」という点検はありません。点検の名前を確かめてください。</source>
        <translation>There is no check called “{name}”. Please look up the check's name.</translation>
    </message>
    <message>
        <source>「{name}」という項目が計画にないため、その説明を読み込んでいません。</source>
        <translation>The plan has no item called “{name}”, so its explanation was not read.</translation>
    </message>
    <message>
        <source>「{name}」の行は、もとからその課にあります。移る先の課を選んでください。</source>
        <translation>The rows of “{name}” are there already. Choose another department for them.</translation>
    </message>
    <message>
        <source>「{name}」はすでにあります。</source>
        <translation>“{name}” exists already.</translation>
    </message>
    <message>
        <source>「{name}」は再掲とありますが、もとの項目が見つかりません。再掲のもとを確かめてください。</source>
        <translation>“{name}” is marked as a repeated listing, but the item that it repeats was not found. Please check where it comes from.</translation>
    </message>
    <message>
        <source>「{part}」の目標の単位が、前年度の「{before}」から{year}は「{after}」に変わっています。誤りでないか確かめてください。</source>
        <translation>The target's unit of “{part}” changed from “{before}” in the year before to “{after}” in {year}. Please check whether that is right.</translation>
    </message>
    <message>
        <source>「{rare}」と書かれていますが、この計画の多くの行では「{usual}」です。書き方をそろえてください。</source>
        <translation>This says “{rare}”, where most rows of this plan say “{usual}”. Please write it in the same way.</translation>
    </message>
    <message>
        <source>「{sheet}」のシートを読み取れません。行の追加の提案は、ないものとして扱います。</source>
        <translation>The sheet “{sheet}” cannot be read. No new rows are taken to be proposed.</translation>
    </message>
    <message>
        <source>「{text}」という Excel のエラー表示が入っています。</source>
        <translation>It holds “{text}”, an error shown by Excel.</translation>
    </message>
    <message>
        <source>「{text}」という Excel のエラー表示が入っています。元の値を書いてください。</source>
        <translation>There is an Excel error value, “{text}”. Please write the value itself.</translation>
    </message>
    <message>
        <source>「{text}」の下に実施状況のある項目がないため、読み込んでいません。</source>
        <translation>Nothing below “{text}” has a status, so it was not read.</translation>
    </message>
    <message>
        <source>「{text}」は evaluation:R2 のように、項目と年度を : でつないでください。</source>
        <translation>Please write “{text}” as a field and a fiscal year joined by a colon, like evaluation:R2.</translation>
    </message>
    <message>
        <source>「{text}」は、どの欄に入れるものか分からないため、読み込んでいません。</source>
        <translation>“{text}” was not read, because it is not clear which field it belongs in.</translation>
    </message>
    <message>
        <source>「{text}」は「{mark}」の読み誤りとみて、「{mark}」として扱います。元の資料を確かめてください。</source>
        <translation>“{text}” is taken for a misread “{mark}” and treated as that. Please check the original.</translation>
    </message>
    <message>
        <source>「{text}」は千円単位ではないため、読み込んでいません。千円で入力してください。</source>
        <translation>“{text}” is not in thousands of yen, so it was not read. Please enter it in thousands of yen.</translation>
    </message>
    <message>
        <source>「{text}」は年度として読めません。2019、R1、令和元年度 のように入れてください。</source>
        <translation>“{text}” cannot be read as a fiscal year. Please write it like 2019, R1 or 令和元年度.</translation>
    </message>
    <message>
        <source>「{text}」は年度の範囲として読めません。2017-2021 のように入れてください。</source>
        <translation>“{text}” cannot be read as a range of fiscal years. Please write it like 2017-2021.</translation>
    </message>
    <message>
        <source>「{text}」は日付として読めません。2021-05-31 のように入れてください。</source>
        <translation>“{text}” cannot be read as a date. Please write it like 2021-05-31.</translation>
    </message>
    <message>
        <source>「{what}」を入れてください。</source>
        <translation>Please enter “{what}”.</translation>
    </message>
    <message>
        <source>あと {count} 件が未入力のため、提出できません（番号「{number}」の{heading}など）。記入するか、「該当なし」「事業展開なし」を入れてください。</source>
        <translation>{count} cells are not entered yet, so it cannot be submitted (such as {heading} of No. “{number}”). Please fill them in, or enter 該当なし or 事業展開なし.</translation>
    </message>
    <message>
        <source>お願いしていない欄が「{text}」に書き換えられています。取り込みません。</source>
        <translation>A cell that was not asked for was changed to “{text}”. It is not taken in.</translation>
    </message>
    <message>
        <source>このPCに保存した内容（{file}）が壊れているため、計画ファイルには書き込みませんでした。控えから戻してください。</source>
        <translation>What is saved on this PC ({file}) is damaged, so nothing was written to the plan file. Please restore a backup.</translation>
    </message>
    <message>
        <source>このPCに残っていた作業中の内容が壊れていたため、「{file}」に保存済みの内容で開きました。</source>
        <translation>The work that remained on this PC was damaged, so “{file}” was opened as it was last saved.</translation>
    </message>
    <message>
        <source>このPCの作業用フォルダー（{folder}）の内容が壊れています。計画を閉じて、開き直してください。</source>
        <translation>Ayumi's working folder on this PC ({folder}) is damaged. Please close the plan and open it again.</translation>
    </message>
    <message>
        <source>このPCの作業用フォルダー（{folder}）の読み書きが一時的に失敗しました。保存済みの内容は無事です。もう一度お試しください。</source>
        <translation>Reading or writing Ayumi's working folder on this PC ({folder}) failed for a moment. What was saved is safe. Please try again.</translation>
    </message>
    <message>
        <source>このPCの作業用フォルダー（{folder}）を読み書きできません。フォルダーの有無と権限を確かめてください。</source>
        <translation>Ayumi's working folder on this PC ({folder}) cannot be read or written. Please check that it exists and that you may use it.</translation>
    </message>
    <message>
        <source>この計画は読み取り専用で開いています。変更するには、ほかの人が閉じてから開き直すか、複製してください。</source>
        <translation>This plan is open for reading only. To change it, open it again when others have closed it, or make a copy.</translation>
    </message>
    <message>
        <source>この計画ファイルは、まだ作りかけです（計画の名称と期間が入っていません）。少し待って開き直すか、削除して作り直してください。</source>
        <translation>This plan file is still being made (it has no title and period yet). Please wait a little and open it again, or delete it and make a new one.</translation>
    </message>
    <message>
        <source>シートの保護が解除されています。変えられた欄がないかを、行ごとに確かめました。</source>
        <translation>The sheet's protection was removed. Every row was checked for changed cells.</translation>
    </message>
    <message>
        <source>セルに入る文字数の上限に達しています。途中で切れたおそれがあるため、取り込んでいません。</source>
        <translation>The cell holds as many characters as a cell can. It may have been cut off, so it was not taken in.</translation>
    </message>
    <message>
        <source>ファイルを作る場所を選んでください。</source>
        <translation>Please choose where the files are to be made.</translation>
    </message>
    <message>
        <source>一つの欄に複数の課</source>
        <translation>Several departments in one cell</translation>
    </message>
    <message>
        <source>主担当の重複</source>
        <translation>Two leads</translation>
    </message>
    <message>
        <source>予定のように書かれた評価</source>
        <translation>Evaluations that promise</translation>
    </message>
    <message>
        <source>予算額を超える決算額</source>
        <translation>Settlement above budget</translation>
    </message>
    <message>
        <source>元号の始まる前の日付</source>
        <translation>Dates before their era</translation>
    </message>
    <message>
        <source>列「{heading}」が {count} つあるため、この列の記入は取り込んでいません。</source>
        <translation>There are {count} columns “{heading}”, so this column was not taken in.</translation>
    </message>
    <message>
        <source>列「{heading}」がありません。この列の記入は取り込めません。</source>
        <translation>There is no column “{heading}”. It cannot be taken in.</translation>
    </message>
    <message>
        <source>列「{heading}」が隠されています。記入があれば取り込みます。</source>
        <translation>Column “{heading}” is hidden. What is written in it is taken in.</translation>
    </message>
    <message>
        <source>列の並びが変わっています。列は名前で見分けるため、取り込みに影響はありません。</source>
        <translation>The columns are in another order. They are told apart by name, so nothing is lost.</translation>
    </message>
    <message>
        <source>制御文字</source>
        <translation>Control characters</translation>
    </message>
    <message>
        <source>前年度と同じ文の評価</source>
        <translation>Evaluations like the year before</translation>
    </message>
    <message>
        <source>前年度の結果より低い目標</source>
        <translation>Targets below the last result</translation>
    </message>
    <message>
        <source>単位の違い</source>
        <translation>Units that differ</translation>
    </message>
    <message>
        <source>印刷できない文字</source>
        <translation>Characters that cannot be printed</translation>
    </message>
    <message>
        <source>印刷できない文字（外字など、{code}）が含まれています。別の字に直してください。</source>
        <translation>There are characters that cannot be printed (private or unknown ones, {code}). Please use others.</translation>
    </message>
    <message>
        <source>右の列にずれた文</source>
        <translation>Texts one column to the right</translation>
    </message>
    <message>
        <source>同じ実施事業の二つの符号</source>
        <translation>One project under two codes</translation>
    </message>
    <message>
        <source>同じ行ID の行が重なっていて記入が異なるため、どちらも取り込んでいません（もうひとつは {line} 行目）。</source>
        <translation>Two lines have the same row ID and different texts, so neither was taken in (the other one is line {line}).</translation>
    </message>
    <message>
        <source>同じ行が重なっています。記入は同じなので、一度だけ取り込みます。</source>
        <translation>The same row stands here twice with the same texts. It is taken in once.</translation>
    </message>
    <message>
        <source>存在しない日付</source>
        <translation>Dates that do not exist</translation>
    </message>
    <message>
        <source>実施事業「{name}」が、符号「{one}」と「{other}」の2か所にあります。再掲でなければ1つにまとめてください。</source>
        <translation>Project “{name}” stands in two places, under the codes “{one}” and “{other}”. Unless it is listed again on purpose, please make it one.</translation>
    </message>
    <message>
        <source>実施事業「{project}」は、この調査票の選択肢にないため、この行は取り込めません。▼から選んでください。</source>
        <translation>Project “{project}” is not among the choices of this questionnaire, so this row cannot be taken in. Please choose from the list.</translation>
    </message>
    <message>
        <source>実施事業が選ばれていないため、この行は取り込めません。▼から選んでください。</source>
        <translation>No project is chosen, so this row cannot be taken in. Please choose from the list.</translation>
    </message>
    <message>
        <source>実施内容「{content}」の主担当が「{other}」にも付いています。主担当は1つにしてください。</source>
        <translation>Content “{content}” has another lead, “{other}”. Please leave one lead.</translation>
    </message>
    <message>
        <source>実施内容が書かれていないため、この行は取り込めません。実施内容を記入してください。</source>
        <translation>The content is not written, so this row cannot be taken in. Please enter the content.</translation>
    </message>
    <message>
        <source>実績のように書かれた目標</source>
        <translation>Targets that report</translation>
    </message>
    <message>
        <source>審査会評価の付け忘れ</source>
        <translation>Committee grade missing</translation>
    </message>
    <message>
        <source>年度の外の日付</source>
        <translation>Dates outside the fiscal year</translation>
    </message>
    <message>
        <source>廃止された課の行</source>
        <translation>Rows of departments that have ended</translation>
    </message>
    <message>
        <source>担当課「{name}」は{last}で廃止されていますが、{year}にも記入があります。引き継いだ課に移してください。</source>
        <translation>Department “{name}” ended with {last}, but there are texts in {year}. Please move them to the department that followed it.</translation>
    </message>
    <message>
        <source>担当課「{other}」は「{one}」と同じ課のようですが、書き方が違います。どちらかにそろえてください。</source>
        <translation>Department “{other}” seems to be the same as “{one}”, written differently. Please use one of the two.</translation>
    </message>
    <message>
        <source>担当課の欄に{n}つの課（{names}）が書かれています。課ごとに行を分けてください。</source>
        <translation>The department column names {n} departments ({names}). Please make a row for each.</translation>
    </message>
    <message>
        <source>指標「{name}」の{year}の結果（{result}）は目標（{target}）に届いていませんが、達成状況が「{grade}」です。数値か達成状況を確かめてください。</source>
        <translation>The result ({result}) of indicator “{name}” in {year} does not reach the target ({target}), but the grade is “{grade}”. Please check the figures or the grade.</translation>
    </message>
    <message>
        <source>指標「{name}」の{year}の達成状況が「{grade}」ですが、理由がありません。理由を書いてください。</source>
        <translation>The grade of indicator “{name}” in {year} is “{grade}”, but there is no reason. Please write it.</translation>
    </message>
    <message>
        <source>指標の表の列「{columns}」は、どの欄に入れるものか分からないため、読み込んでいません。</source>
        <translation>The columns “{columns}” of the indicator table were not read, because it is not clear which field they belong in.</translation>
    </message>
    <message>
        <source>描いていない予定</source>
        <translation>Schedule entries not drawn</translation>
    </message>
    <message>
        <source>文字ではなく数値として入っています。見えているとおりに取り込みます。</source>
        <translation>It is stored as a number, not as text. It is taken in as it is seen.</translation>
    </message>
    <message>
        <source>文字でも数値でもない値のため、取り込んでいません。文字として入れ直してください。</source>
        <translation>The value is neither text nor a number, so it was not taken in. Please have it entered as text.</translation>
    </message>
    <message>
        <source>文字の中の書式の記号（&lt;p&gt; など）を除いて読み込みます。</source>
        <translation>Formatting marks in the text (such as &lt;p&gt;) are left out.</translation>
    </message>
    <message>
        <source>文字の行が多すぎます（{rows} 行まで）。必要な部分だけにしてください。</source>
        <translation>There are too many lines of text (at most {rows}). Please keep only what is needed.</translation>
    </message>
    <message>
        <source>ほかの処理が計画を使っています。少し待ってから、もう一度お試しください。</source>
        <translation>Something else is using the plan. Please wait a little and try again.</translation>
    </message>
    <message>
        <source>{label}に「{labels}」が残っています。スケジュールに描いてから、この欄を空けてください。</source>
        <translation>“{labels}” is left in {label}. Please draw it in the schedule, then clear this field.</translation>
    </message>
    <message>
        <source>{name}では「{shifted}」が別の月の列にあり、列がずれているようです。「{placed}」は列のとおりに引きます。元の資料と見比べてください。</source>
        <translation>{name}: “{shifted}” stands in another month's column, so the columns seem to have slipped. “{placed}” is drawn where its columns are. Please compare it with the original.</translation>
    </message>
    <message>
        <source>{name}の「{labels}」は、何月から何月までか読み取れないため、矢印を引かずに「まだ描いていない予定」に残します。評価表の画面で描いてください。</source>
        <translation>{name}: “{labels}” is kept under “Not drawn yet” without an arrow, because its months cannot be read. Please draw it on the sheet's page.</translation>
    </message>
    <message>
        <source>{stage}の文はありますが、主管課評価がありません。主管課に確かめてください。</source>
        <translation>{stage} is written, but has no grade by the department itself. Please ask the department.</translation>
    </message>
    <message>
        <source>この資料は「{kind}」として読み込みます。「{others}」の内容もあるようですが、それは読み込んでいません。読み込むには、その部分（シート）だけを選んで取り込んでください。</source>
        <translation>This source is read as “{kind}”. It seems to hold “{others}”, too, which is not read. To read it, please import that part (sheet) alone.</translation>
    </message>
    <message>
        <source>ほかの操作で内容が変わっていたため、変更を取りやめました。画面を確かめて、もう一度お試しください。</source>
        <translation>Something else has changed the contents, so the change was not made. Please look at the screen and try again.</translation>
    </message>
    <message>
        <source>シート「{sheet}」の {cell} は表の範囲（{rows} 行 {columns} 列まで）の外です。表だけを新しいブックに写してください。</source>
        <translation>{cell} of sheet “{sheet}” lies outside of the table (at most {rows} rows and {columns} columns). Please copy the table alone to a new workbook.</translation>
    </message>
    <message>
        <source>シート「{sheet}」の内容が多すぎます。表だけを新しいブックに写してください。</source>
        <translation>Sheet “{sheet}” holds too much. Please copy the table alone to a new workbook.</translation>
    </message>
    <message>
        <source>シート「{sheet}」は結合セルが大きすぎます。結合を解除して保存し直してください。</source>
        <translation>Sheet “{sheet}” has merged cells that are too large. Please unmerge them and save it again.</translation>
    </message>
    <message>
        <source>フォルダー「{folder}」が見つからないため、「{file}」を保存できません。保存先を確かめてください。</source>
        <translation>The folder “{folder}” cannot be found, so “{file}” cannot be saved. Please check where it is to be saved.</translation>
    </message>
    <message>
        <source>フォルダー「{folder}」には書き込めないため、「{file}」を保存できません。別の場所に保存してください。</source>
        <translation>Nothing can be written in the folder “{folder}”, so “{file}” cannot be saved. Please save it in another place.</translation>
    </message>
    <message>
        <source>フォント「{file}」は使えません。TrueType形式のフォントに替えるか、フォルダーから取り除いてください。</source>
        <translation>The font “{file}” cannot be used. Please use a TrueType font instead, or take it out of the folder.</translation>
    </message>
    <message>
        <source>プリンターに送れませんでした。プリンターの電源と接続を確かめて、もう一度印刷してください。</source>
        <translation>Nothing could be sent to the printer. Please check that it is on and connected, and print again.</translation>
    </message>
    <message>
        <source>ページ数の多すぎる成果報告書</source>
        <translation>Outcome report of too many pages</translation>
    </message>
    <message>
        <source>一枚に読める大きさで収まらない評価表</source>
        <translation>Evaluation sheets that do not fit on one page in a readable size</translation>
    </message>
    <message>
        <source>主管課評価の付け忘れ</source>
        <translation>The department's own grade was forgotten</translation>
    </message>
    <message>
        <source>予算執行の欄の「{amounts}」が予算額か決算額か分からないため、読み込んでいません。</source>
        <translation>It is not clear whether “{amounts}” under budget is the budget or the settlement, so it was not read.</translation>
    </message>
    <message>
        <source>何を記入してもらうかを選んでください。</source>
        <translation>Please choose what is to be filled in.</translation>
    </message>
    <message>
        <source>列「{heading}」が何の項目か分からないため、{n} 個のセルを読み込んでいません。</source>
        <translation>It is not known which field the column “{heading}” is, so its {n} cells were not read.</translation>
    </message>
    <message>
        <source>前年度まで目標を数値で書いていましたが、{year}にはありません。主担当の{lead}は数値で書いています。数値を書けないか確かめてください。</source>
        <translation>Until last year the target had a figure, but in {year} it has none. The lead, {lead}, gives one. Please check whether a figure can be given.</translation>
    </message>
    <message>
        <source>同じファイルが別々に記入されています。両方を残し、食い違う欄は選んでいただきます。</source>
        <translation>The same file was filled in twice, differently. Both are kept, and you will be asked where they disagree.</translation>
    </message>
    <message>
        <source>同じ課どうしは統合できません。別の課を選んでください。</source>
        <translation>A department cannot be merged with itself. Please choose another one.</translation>
    </message>
    <message>
        <source>執行率「{typed}」が、決算額 {settlement}千円 ÷ 予算額 {current}千円 の {rate}% と合いません。</source>
        <translation>The rate “{typed}” does not agree with {rate}%, the settlement {settlement} ÷ the budget {current} (thousands of yen).</translation>
    </message>
    <message>
        <source>報告書に年度が書かれていないため、計画の最終年度の結果として読み込みます。</source>
        <translation>The report does not say its fiscal year, so it is read as the results of the plan's last year.</translation>
    </message>
    <message>
        <source>実施事業の名称を入れてください。</source>
        <translation>Please enter the project's name.</translation>
    </message>
    <message>
        <source>実施内容「{content}」の主担当が {line} 行目にもあります。主担当は 1 つにしてください。</source>
        <translation>The content “{content}” has another lead in line {line}. Please let there be one lead only.</translation>
    </message>
    <message>
        <source>実施内容を入れてください。</source>
        <translation>Please enter the content.</translation>
    </message>
    <message>
        <source>実施内容を入力してください。</source>
        <translation>Please enter the content.</translation>
    </message>
    <message>
        <source>履歴に {number} 番の変更はありません。</source>
        <translation>The history has no change {number}.</translation>
    </message>
    <message>
        <source>成果報告書が {pages} ページになり、{limit} ページを超えています。いちばん長い「{longest}」などの文章を短くしてください。</source>
        <translation>The outcome report comes to {pages} pages, which is more than {limit}. Please shorten its longest texts, such as “{longest}”.</translation>
    </message>
    <message>
        <source>担当課「{other}」は「{one}」と同じ課のようですが、書き方が違います。</source>
        <translation>The department “{other}” seems to be “{one}”, spelt differently.</translation>
    </message>
    <message>
        <source>担当課がまだありません。先に「課の追加」で課を加えてください。</source>
        <translation>There is no department yet. Please add one first with “Add department”.</translation>
    </message>
    <message>
        <source>担当課の欄に {n} つの課（{names}）が書かれています。</source>
        <translation>The department's cell names {n} departments ({names}).</translation>
    </message>
    <message>
        <source>指標「{name}」の{year}の結果はありますが、達成状況が付いていません。記号を選んでください。</source>
        <translation>Indicator “{name}” has a result in {year}, but no grade. Please choose a grade.</translation>
    </message>
    <message>
        <source>指標「{name}」の値「{value}」は、ほかの値（単位「{unit}」）と単位が違います。書かれているとおりに読み込みます。</source>
        <translation>The value “{value}” of indicator “{name}” has another unit than the others (“{unit}”). It is read as it is written.</translation>
    </message>
    <message>
        <source>指標の名称がないため、この行は読み込んでいません。</source>
        <translation>The indicator has no name, so this row was not read.</translation>
    </message>
    <message>
        <source>指標の年から、計画期間を {first} から {last} までとしました。違うときは計画の設定で直してください。</source>
        <translation>From the indicators' years the plan's period was taken to be {first} to {last}. If it is not, please correct it in the plan settings.</translation>
    </message>
    <message>
        <source>指標の達成状況の付け忘れ</source>
        <translation>The grade of an indicator was forgotten</translation>
    </message>
    <message>
        <source>文の中の「{count}項目」が、この資料の実施状況の件数（{counts}）のどれとも合いません。</source>
        <translation>“{count}項目” in the text agrees with none of the counts of this document's statuses ({counts}).</translation>
    </message>
    <message>
        <source>文字が {n} 字あります。Excel の 1 つのセルに入るのは {most} 字までです。</source>
        <translation>There are {n} characters. One cell of Excel holds {most} at most.</translation>
    </message>
    <message>
        <source>日付「{text}」が入っています。「4-1」のような符号が Excel で日付に変わったものかもしれません。</source>
        <translation>It holds the date “{text}”. Excel may have turned a code like “4-1” into it.</translation>
    </message>
    <message>
        <source>日付になっています。「4-1」のような記入が変わったものかもしれないため、取り込んでいません。文字として入れ直してください。</source>
        <translation>This is a date. It may have been an entry like “4-1”, so it was not taken in. Please have it entered as text.</translation>
    </message>
    <message>
        <source>書き出す個別事業評価表がありません。年度と担当課を確かめてください。</source>
        <translation>There are no evaluation sheets to export. Please check the fiscal year and the department.</translation>
    </message>
    <message>
        <source>最後の年度が、最初の年度より前になっています。年度を直してください。</source>
        <translation>The last fiscal year is before the first one. Please correct the years.</translation>
    </message>
    <message>
        <source>未入力の欄</source>
        <translation>Cells not entered</translation>
    </message>
    <message>
        <source>決算額（{settlement}千円）が予算額（{current}千円）を上回っています。金額を確かめてください。</source>
        <translation>The settlement ({settlement} thousand yen) is above the budget ({current} thousand yen). Please check the amounts.</translation>
    </message>
    <message>
        <source>理由「{text}」がどの指標のものか分からないため、読み込んでいません。指標ごとに入力してください。</source>
        <translation>It is not clear to which indicator the reason “{text}” belongs, so it was not read. Please enter it for each indicator.</translation>
    </message>
    <message>
        <source>理由のない指標の達成状況</source>
        <translation>Indicator grades without a reason</translation>
    </message>
    <message>
        <source>理由のない達成状況</source>
        <translation>Grades without a reason</translation>
    </message>
    <message>
        <source>理由を書いてください。理由は計画に残り、次に見る人の手がかりになります。</source>
        <translation>Please write the reason. It stays with the plan and helps whoever looks next.</translation>
    </message>
    <message>
        <source>画面のない環境のため、あゆみの画面を開けません。画面のある環境で実行してください。</source>
        <translation>There is no screen here to open Ayumi's window on. Please start it where there is one.</translation>
    </message>
    <message>
        <source>番号「{number}」が {line} 行目と重なっています。</source>
        <translation>The number “{number}” is also that of line {line}.</translation>
    </message>
    <message>
        <source>番号「{number}」が「{content}」（{department}）の行と重なっています。どちらかを直してください。</source>
        <translation>Number “{number}” is also that of the row “{content}” ({department}). Please correct one of the two.</translation>
    </message>
    <message>
        <source>番号「{number}」が前の行の「{before}」より小さく、順序どおりではありません。</source>
        <translation>The number “{number}” is less than “{before}” of the row before and out of order.</translation>
    </message>
    <message>
        <source>番号「{number}」が前の行の「{before}」より小さく、順序どおりではありません。行の並びを確かめてください。</source>
        <translation>Number “{number}” is less than “{before}” in the row above. Please check the order of the rows.</translation>
    </message>
    <message>
        <source>番号「{number}」の行が {count} 行あります。画面で番号を直してから、もう一度お試しください。</source>
        <translation>{count} rows have the number “{number}”. Please mend the numbers in the window and try again.</translation>
    </message>
    <message>
        <source>番号「{number}」の行が {count} 行あります。画面で行を選んで入力してください。</source>
        <translation>{count} rows have the number “{number}”. Please choose the row in the window and enter the text there.</translation>
    </message>
    <message>
        <source>番号「{number}」の行がありません。この行の記入を、もう一度お送りください。</source>
        <translation>The row with number “{number}” is missing. Please have what is written in it sent again.</translation>
    </message>
    <message>
        <source>番号「{number}」の行は{year}で終了しています。終了後の年度の記入も取り込みます。</source>
        <translation>The row with the number “{number}” ended with {year}. Entries for later years are taken as well.</translation>
    </message>
    <message>
        <source>番号「{number}」の行は「{department}」へ移っています。移った先の行に取り込みます。</source>
        <translation>The row with the number “{number}” has moved to “{department}”. The entries go to the row where it is now.</translation>
    </message>
    <message>
        <source>番号「{number}」の行はありません。</source>
        <translation>There is no row with the number “{number}”.</translation>
    </message>
    <message>
        <source>番号「{number}」の行は計画から削除されています。記入された文章は取り込みません。</source>
        <translation>The row with the number “{number}” has been deleted from the plan. The texts entered for it are not taken.</translation>
    </message>
    <message>
        <source>番号「{number}」は「{department}」の行のため、このファイルでは書き換えられません。</source>
        <translation>The number “{number}” is a row of “{department}” and cannot be changed in this file.</translation>
    </message>
    <message>
        <source>番号がありません。</source>
        <translation>The number is missing.</translation>
    </message>
    <message>
        <source>番号がありません。番号を付けてください。</source>
        <translation>There is no number. Please give it one.</translation>
    </message>
    <message>
        <source>番号なし</source>
        <translation>Number missing</translation>
    </message>
    <message>
        <source>番号の重複</source>
        <translation>Number doubled</translation>
    </message>
    <message>
        <source>番号の順序</source>
        <translation>Number out of order</translation>
    </message>
    <message>
        <source>目に見えない制御文字が含まれています。</source>
        <translation>It holds control characters that cannot be seen.</translation>
    </message>
    <message>
        <source>目に見えない制御文字が含まれています。この欄を入力し直してください。</source>
        <translation>There are invisible control characters. Please enter this cell anew.</translation>
    </message>
    <message>
        <source>目標と同じ文の評価</source>
        <translation>Evaluations like the target</translation>
    </message>
    <message>
        <source>目標に届かない「達成」</source>
        <translation>Achieved below the target</translation>
    </message>
    <message>
        <source>目標の数値がない関係課の行</source>
        <translation>Related rows without a figure</translation>
    </message>
    <message>
        <source>目標の欄が「…した。」、評価の欄が「…する。」となっている年度があります（{years}）。文が右の列にずれていないか確かめてください。</source>
        <translation>In some years ({years}) the target reads like a report and the evaluation like a promise. Please check whether the texts were pasted one column to the right.</translation>
    </message>
    <message>
        <source>目標値が何年のものか書かれていないため、この表の目標値は読み込んでいません。</source>
        <translation>The table does not say for which year the target values are, so they were not read.</translation>
    </message>
    <message>
        <source>直そうとした行は、すでに削除されています。画面を更新して、もう一度お試しください。</source>
        <translation>The row to be edited has been deleted already. Please refresh the window and try again.</translation>
    </message>
    <message>
        <source>移す行に印を付けてください。</source>
        <translation>Tick the rows that go.</translation>
    </message>
    <message>
        <source>移る先の課を選ぶか、新しい課の名前を書いてください。</source>
        <translation>Choose a department, or write the name of a new one.</translation>
    </message>
    <message>
        <source>空き容量がないため、変更を保存できませんでした（{folder}）。不要なファイルを片づけてから、もう一度お試しください。</source>
        <translation>There is no room left, so the change could not be saved ({folder}). Please clear away files that you do not need and try again.</translation>
    </message>
    <message>
        <source>空き容量がないため「{file}」に書き込めません。不要なファイルを片づけてから、もう一度お試しください。</source>
        <translation>There is no room left to write “{file}”. Please clear away files that you do not need and try again.</translation>
    </message>
    <message>
        <source>空き容量が足りないため、「{file}」を保存できません。不要なファイルを消すか、別の場所に保存してください。</source>
        <translation>There is too little room to save “{file}”. Please delete files that you do not need, or save it in another place.</translation>
    </message>
    <message>
        <source>符号「{code}」は「{like}」の読み誤りかもしれません。元の表を確かめてください。</source>
        <translation>The code “{code}” may be a misreading of “{like}”. Please check the original table.</translation>
    </message>
    <message>
        <source>符号「{code}」は「{like}」の読み誤りかもしれません。元の資料を確かめてください。</source>
        <translation>Code “{code}” may be a misread “{like}”. Please check the original.</translation>
    </message>
    <message>
        <source>終了としていない行</source>
        <translation>Rows whose end is not declared</translation>
    </message>
    <message>
        <source>結果の数値がない評価</source>
        <translation>Targets without a result</translation>
    </message>
    <message>
        <source>編集できない {count} セルは、そのままにしました。</source>
        <translation>{count} cells cannot be edited and were left as they are.</translation>
    </message>
    <message>
        <source>行ID か照合の文字が変えられているか、ほかの調査票の行です。この行は取り込んでいません。配布した調査票に記入し直して、もう一度お送りください。</source>
        <translation>The row ID or the check was changed, or the row is of another questionnaire. It was not taken in. Please have the questionnaire that was handed out filled in and sent again.</translation>
    </message>
    <message>
        <source>行ID のない行です（挿入された行か、行ID が消された行です）。取り込んでいません。新しい実施内容は「行の追加」のシートに書いてください。</source>
        <translation>This row has no row ID (it was inserted, or its ID was deleted). It was not taken in. Please write new contents on the sheet for new rows (行の追加).</translation>
    </message>
    <message>
        <source>行の並びが変わっています。行は行ID で見分けるため、取り込みに影響はありません。</source>
        <translation>The rows are in another order. They are told apart by their IDs, so nothing is lost.</translation>
    </message>
    <message>
        <source>言葉の書き方の違い</source>
        <translation>Words written in two ways</translation>
    </message>
    <message>
        <source>計画にある {n} 行が、取り込む表にありません（番号 {numbers}）。計画の行はそのまま残します。</source>
        <translation>{n} rows of the plan are not in the table to be imported (No. {numbers}). They stay in the plan.</translation>
    </message>
    <message>
        <source>計画の評価の文と実施状況の件数の違い</source>
        <translation>Counts in the plan's evaluation that differ from the statuses</translation>
    </message>
    <message>
        <source>計画の評価の文にある「{count}項目」が、{year}の実施状況の件数（{counts}）のどれとも合いません。文か実施状況を確かめてください。</source>
        <translation>“{count}項目” in the plan's evaluation agrees with none of the counts of the statuses of {year} ({counts}). Please check the text or the statuses.</translation>
    </message>
    <message>
        <source>計画期間の最終年度が、初年度より前になっています。年度を直してください。</source>
        <translation>The last fiscal year of the plan lies before the first. Please mend the years.</translation>
    </message>
    <message>
        <source>計算式が入っています。取り込んでいません。値だけを入れて、もう一度お送りください。</source>
        <translation>There is a formula. It was not taken in. Please have the value alone entered and sent again.</translation>
    </message>
    <message>
        <source>記入された執行率（{typed}％）が、金額から計算した{rate}％と違います。金額か執行率を直してください。</source>
        <translation>The rate entered ({typed}%) is not the {rate}% that the amounts give. Please correct the amounts or the rate.</translation>
    </message>
    <message>
        <source>評価区分「{name}」に、同じ記号が二つあります。記号を変えてください。</source>
        <translation>The scale “{name}” has the same symbol twice. Please change one of them.</translation>
    </message>
    <message>
        <source>評価区分にない記号</source>
        <translation>Grades unknown to the scale</translation>
    </message>
    <message>
        <source>評価表「{name}」は、一枚に収めると文字が {size} ポイントになり、{smallest} ポイントより小さくなります。「{longest}」の文章を短くしてください。</source>
        <translation>Evaluation sheet “{name}” fits on one page only in a size of {size} points, which is less than {smallest}. Please shorten these texts: {longest}.</translation>
    </message>
    <message>
        <source>評価表の年度が書かれていないため、計画の最終年度のものとして読み込みます。</source>
        <translation>The evaluation sheet does not say its fiscal year, so it is read as of the plan's last year.</translation>
    </message>
    <message>
        <source>説明の見出し「{name}」が、体系の「{other}」と違います。体系の名称のまま読み込みます。</source>
        <translation>The heading “{name}” of the explanation differs from “{other}” in the tree. The name in the tree is kept.</translation>
    </message>
    <message>
        <source>読み誤りらしい符号</source>
        <translation>Codes that look misread</translation>
    </message>
    <message>
        <source>課名の書き方の違い</source>
        <translation>Departments spelt in two ways</translation>
    </message>
    <message>
        <source>調査票になかった列に記入があります。この列の記入は取り込んでいません。黄色のセルに書き直してください。</source>
        <translation>There are entries in a column that the questionnaire did not have. They were not taken in. Please enter them in the yellow cells.</translation>
    </message>
    <message>
        <source>貼り付けた書式で表示された数値のため、取り込んでいません。文字として入れ直してください。</source>
        <translation>It is a number shown through a pasted format, so it was not taken in. Please have it entered as text.</translation>
    </message>
    <message>
        <source>貼り付ける範囲（{rows} 行 {columns} 列）が表からはみ出します。左上のセルを選び直してください。</source>
        <translation>What you paste ({rows} rows, {columns} columns) reaches beyond the table. Please choose another cell as its upper left corner.</translation>
    </message>
    <message>
        <source>追加の提案「{content}」の実施事業は、計画から削除されています。提案を見送るか、行を直接追加してください。</source>
        <translation>The project of the proposed content “{content}” has been deleted from the plan. Please pass over the proposal, or add the row yourself.</translation>
    </message>
    <message>
        <source>達成状況の付け忘れ</source>
        <translation>Grade missing</translation>
    </message>
    <message>
        <source>達成率「{text}」は数値として読めません。100 のように入れてください。</source>
        <translation>The rate “{text}” is no number. Enter it like 100.</translation>
    </message>
    <message>
        <source>配布した行の一覧がないため、行が欠けていないかは確かめられません。</source>
        <translation>There is no list of the rows handed out, so it cannot be checked whether rows are missing.</translation>
    </message>
    <message>
        <source>配布する部署を選んでください。</source>
        <translation>Please choose the offices to distribute to.</translation>
    </message>
    <message>
        <source>金額と合わない執行率</source>
        <translation>Rates that disagree</translation>
    </message>
    <message>
        <source>離れた範囲には、まとめてコピーできません。ひとつの範囲を選んでください。</source>
        <translation>Ranges apart from each other cannot be filled together. Please choose a single range.</translation>
    </message>
    <message>
        <source>項目「{name}」はありません。使える項目: {names}</source>
        <translation>There is no field “{name}”. The fields are: {names}</translation>
    </message>
</context>
<context>
    <name>SettledList</name>
    <message>
        <source>指摘または点検</source>
        <translation>Finding or check</translation>
    </message>
    <message>
        <source>場所</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>了承した指摘と使わない点検</source>
        <translation>Accepted findings and checks that are off</translation>
    </message>
    <message>
        <source>もう一度指摘する</source>
        <translation>Tell it again</translation>
    </message>
    <message>
        <source>この計画では使わない</source>
        <translation>Not used in this plan</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>例: 企 — 1</source>
        <translation>e.g. 企 — 1</translation>
    </message>
    <message>
        <source>事業</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Fiscal year</translation>
    </message>
    <message>
        <source>担当課</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>掲載No</source>
        <translation>Sheet No.</translation>
    </message>
    <message>
        <source>新しい評価表</source>
        <translation>New sheet</translation>
    </message>
    <message>
        <source>事業と年度を選びます。どれも後から直せます。</source>
        <translation>Choose project and year. Everything can be changed later.</translation>
    </message>
    <message>
        <source>作る</source>
        <translation>Make</translation>
    </message>
</context>
<context>
    <name>SheetForm</name>
    <message>
        <source>スケジュール（計画）</source>
        <translation>Schedule (planned)</translation>
    </message>
    <message>
        <source>スケジュール（実績）</source>
        <translation>Schedule (actual)</translation>
    </message>
    <message>
        <source>中間評価</source>
        <translation>Interim evaluation</translation>
    </message>
    <message>
        <source>事後評価</source>
        <translation>Final evaluation</translation>
    </message>
    <message>
        <source>スケジュール</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>当初計画</source>
        <translation>Initial plan</translation>
    </message>
    <message>
        <source>予算執行</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>事業名</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>掲載No</source>
        <translation>Sheet No.</translation>
    </message>
    <message>
        <source>担当課</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>{year}　個別事業評価表</source>
        <translation>{year} evaluation sheet</translation>
    </message>
    <message>
        <source>未入力 {count}</source>
        <translation>{count} not entered</translation>
    </message>
    <message>
        <source>入力済み</source>
        <translation>entered</translation>
    </message>
    <message>
        <source>主管課 {own} ／ 審査会 {committee}</source>
        <translation>department {own} / committee {committee}</translation>
    </message>
</context>
<context>
    <name>SheetList</name>
    <message>
        <source>年度</source>
        <translation>Fiscal year</translation>
    </message>
    <message>
        <source>部または課</source>
        <translation>Division or department</translation>
    </message>
    <message>
        <source>個別事業評価表の一覧</source>
        <translation>List of evaluation sheets</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>事業名</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>中間</source>
        <translation>Interim</translation>
    </message>
    <message>
        <source>事後</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>すべての年度</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>すべての部・課</source>
        <translation>All divisions and departments</translation>
    </message>
    <message>
        <source>担当課なし</source>
        <translation>No department</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>新しい評価表…</source>
        <translation>New sheet…</translation>
    </message>
    <message>
        <source>削除…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>この評価表の印刷…</source>
        <translation>Print this sheet…</translation>
    </message>
    <message>
        <source>一覧の評価表をまとめて印刷…</source>
        <translation>Print all listed sheets…</translation>
    </message>
    <message>
        <source>評価表がありません。「新しい評価表…」から、事業と年度を選んで作ることができます。</source>
        <translation>There is no sheet. “New sheet…” makes one for a project and a year.</translation>
    </message>
    <message>
        <source>「{name}」の評価表を削除しますか。</source>
        <translation>Delete the sheet of “{name}”?</translation>
    </message>
    <message>
        <source>スケジュールと評価も一緒に消えます。「元に戻す」で取り消せます。</source>
        <translation>Its schedule and grades go with it. Undo brings them back.</translation>
    </message>
    <message>
        <source>削除する</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>個別事業評価表</source>
        <translation>Evaluation sheet</translation>
    </message>
</context>
<context>
    <name>ShownPlan</name>
    <message>
        <source>取り込んでいます…</source>
        <translation>Taking in…</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>未入力</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>すべての施策・事業</source>
        <translation>All headings</translation>
    </message>
    <message>
        <source>施策・事業</source>
        <translation>Headings</translation>
    </message>
    <message>
        <source>すべての課</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>担当課</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>未入力を数える年度(&amp;Y)</source>
        <translation>Count what is missing in the &amp;year</translation>
    </message>
    <message>
        <source>未入力を数える年度</source>
        <translation>Fiscal year for which missing entries are counted</translation>
    </message>
    <message>
        <source>（名称なし）</source>
        <translation>(no name)</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>ファイルを選ぶ…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>貼り付け</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Excel やほかのソフトで写し取った表や文章を貼り付けます (Ctrl+V)</source>
        <translation>Pastes a table or text copied in Excel or another program (Ctrl+V)</translation>
    </message>
    <message>
        <source>取り込む資料を、ここに落としてください。</source>
        <translation>Drop the document to be imported here.</translation>
    </message>
    <message>
        <source>{names}を、Excel・CSV・文章のどれからでも読み、どの資料かを見分けます。</source>
        <translation>Reads {names} from Excel, CSV or text, and tells which document it is.</translation>
    </message>
    <message>
        <source>取り込む資料</source>
        <translation>Document to be imported</translation>
    </message>
    <message>
        <source>貼り付けるものがありません。表や文章を写し取ってからお試しください。</source>
        <translation>There is nothing to paste. Please copy a table or text first.</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>いま記入する段階です</source>
        <translation>due now</translation>
    </message>
    <message>
        <source>開いています</source>
        <translation>unfolded</translation>
    </message>
    <message>
        <source>畳んでいます</source>
        <translation>folded</translation>
    </message>
    <message>
        <source>押すと畳み、もう一度押すと開きます。</source>
        <translation>Folds the stage; once more unfolds it.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>新しい計画</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>空の計画ファイルを作ります</source>
        <translation>Make an empty plan file</translation>
    </message>
    <message>
        <source>最近使った計画</source>
        <translation>Recent plans</translation>
    </message>
    <message>
        <source>計画ファイルや Excel・CSV の表を、この画面に落として開くこともできます。</source>
        <translation>You can also drop a plan file, or a table from Excel or CSV, on this window.</translation>
    </message>
    <message>
        <source>あゆみ</source>
        <translation>Ayumi</translation>
    </message>
    <message>
        <source>計画の進行管理を、ひとつのファイルで。</source>
        <translation>The progress of a plan, in a single file.</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>計画ファイルを選びます</source>
        <translation>Choose a plan file</translation>
    </message>
    <message>
        <source>今お使いの Excel・CSV の表を読み込みます</source>
        <translation>Read the Excel or CSV table of today</translation>
    </message>
    <message>
        <source>表から新しい計画</source>
        <translation>New plan from a table</translation>
    </message>
    <message>
        <source>架空の市の計画で、ひととおり試せます</source>
        <translation>Try everything on an invented city</translation>
    </message>
    <message>
        <source>見本の計画</source>
        <translation>Sample plan</translation>
    </message>
    <message>
        <source>まだありません。</source>
        <translation>None yet.</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>中止</source>
        <translation>Discontinued</translation>
    </message>
    <message>
        <source>事業展開なし</source>
        <translation>No activity</translation>
    </message>
    <message>
        <source>入力済み</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>未入力</source>
        <translation>Not entered</translation>
    </message>
    <message>
        <source>終了</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>該当なし</source>
        <translation>Nothing to report</translation>
    </message>
    <message>
        <source>調整中</source>
        <translation>Being worked out</translation>
    </message>
    <message>
        <source>－</source>
        <translation>－</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>読むだけで開いています</source>
        <translation>Open for reading only</translation>
    </message>
    <message>
        <source>この画面では直せません。</source>
        <translation>Nothing can be edited in this window.</translation>
    </message>
    <message>
        <source>入力は保存済みですが、計画ファイルに反映できません</source>
        <translation>Your entries are saved, but the plan file cannot be brought up to date</translation>
    </message>
    <message>
        <source>入力はこのパソコンに保存されています。計画ファイルにもまもなく反映します。</source>
        <translation>Your entries are saved on this computer and will soon be in the plan file too.</translation>
    </message>
    <message>
        <source>保存済み（計画ファイルに反映中）</source>
        <translation>Saved (plan file follows)</translation>
    </message>
    <message>
        <source>保存済み</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>計画ファイルも最新の内容です。</source>
        <translation>The plan file is up to date too.</translation>
    </message>
    <message>
        <source>{count} 行</source>
        <translation>{count} rows</translation>
    </message>
    <message>
        <source>{all} 行中 {shown} 行を表示</source>
        <translation>{shown} of {all} rows shown</translation>
    </message>
    <message>
        <source>{count} セルを選択</source>
        <translation>{count} cells chosen</translation>
    </message>
</context>
<context>
    <name>StatusPage</name>
    <message>
        <source>施策ごとの実施状況</source>
        <translation>Status of each measure</translation>
    </message>
    <message>
        <source>実施状況の集計</source>
        <translation>Counts of statuses</translation>
    </message>
    <message>
        <source>分野</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>施策・事業</source>
        <translation>Measure or project</translation>
    </message>
    <message>
        <source>説明（目標に届かなかった理由等）</source>
        <translation>Note (reason for not achieving etc.)</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Fiscal year</translation>
    </message>
    <message>
        <source>再掲の数え方</source>
        <translation>How repeated listings count</translation>
    </message>
    <message>
        <source>再掲も、印刷どおり数える</source>
        <translation>Count repeated listings as printed</translation>
    </message>
    <message>
        <source>再掲は、元の項目と合わせて一度だけ数える</source>
        <translation>Count an item once, however often it is listed</translation>
    </message>
    <message>
        <source>どの年度の末の状況か</source>
        <translation>As of the end of</translation>
    </message>
    <message>
        <source>実施状況の欄で 1、2、3 を押すと、評価区分の順に選べます。Delete で未記入に戻ります。</source>
        <translation>The keys 1, 2, 3 choose a status in the order of the scale; Delete clears it.</translation>
    </message>
    <message>
        <source>集計</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>未記入</source>
        <translation>none</translation>
    </message>
    <message>
        <source>再掲 {count} 件を含む一覧です。</source>
        <translation>It includes repeated listings: {count}.</translation>
    </message>
    <message>
        <source>実績及び評価書の集計と文は、この表から作られます。</source>
        <translation>The results report takes its counts and sentences from this table.</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>{year}を開く</source>
        <translation>Open {year}</translation>
    </message>
    <message>
        <source>「{state}」の宣言</source>
        <translation>Declare “{state}”</translation>
    </message>
    <message>
        <source>すべて置換</source>
        <translation>Replace all</translation>
    </message>
    <message>
        <source>クリア（{count} セル）</source>
        <translation>Clear ({count} cells)</translation>
    </message>
    <message>
        <source>セルの入力</source>
        <translation>Entry of a cell</translation>
    </message>
    <message>
        <source>一括入力（{count} セル）</source>
        <translation>Enter in all ({count} cells)</translation>
    </message>
    <message>
        <source>下へコピー（{count} セル）</source>
        <translation>Fill down ({count} cells)</translation>
    </message>
    <message>
        <source>了承の取り消し</source>
        <translation>Acceptance withdrawn</translation>
    </message>
    <message>
        <source>候補の評価の採用（{name}）</source>
        <translation>Take suggested grades ({name})</translation>
    </message>
    <message>
        <source>入力（{place}）</source>
        <translation>Entry ({place})</translation>
    </message>
    <message>
        <source>切り取り（{count} セル）</source>
        <translation>Cut ({count} cells)</translation>
    </message>
    <message>
        <source>取り込み（{source}）</source>
        <translation>Import ({source})</translation>
    </message>
    <message>
        <source>右へコピー（{count} セル）</source>
        <translation>Fill right ({count} cells)</translation>
    </message>
    <message>
        <source>名称変更（{name}）</source>
        <translation>Rename ({name})</translation>
    </message>
    <message>
        <source>回収（{count} ファイル）</source>
        <translation>Collection ({count} files)</translation>
    </message>
    <message>
        <source>指摘の了承</source>
        <translation>Accept a finding</translation>
    </message>
    <message>
        <source>指標の並べ替え</source>
        <translation>Sort indicators</translation>
    </message>
    <message>
        <source>指標の削除（{name}）</source>
        <translation>Delete indicator ({name})</translation>
    </message>
    <message>
        <source>指標の追加</source>
        <translation>Add indicator</translation>
    </message>
    <message>
        <source>提出</source>
        <translation>Submission</translation>
    </message>
    <message>
        <source>新しい評価表（{name}）</source>
        <translation>New sheet ({name})</translation>
    </message>
    <message>
        <source>点検を使わない（{name}）</source>
        <translation>Check switched off ({name})</translation>
    </message>
    <message>
        <source>点検を再び使う（{name}）</source>
        <translation>Check switched on ({name})</translation>
    </message>
    <message>
        <source>置換</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>行の削除（{row}）</source>
        <translation>Delete row ({row})</translation>
    </message>
    <message>
        <source>行の移動（{row}）</source>
        <translation>Move row ({row})</translation>
    </message>
    <message>
        <source>行の終了（{row}）</source>
        <translation>End row ({row})</translation>
    </message>
    <message>
        <source>行の追加</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>行の追加の提案</source>
        <translation>Proposed row</translation>
    </message>
    <message>
        <source>表の取り込み</source>
        <translation>Import of a table</translation>
    </message>
    <message>
        <source>計画の作成</source>
        <translation>Making of the plan</translation>
    </message>
    <message>
        <source>計画の設定</source>
        <translation>Plan settings</translation>
    </message>
    <message>
        <source>計画の読み込み</source>
        <translation>Reading of a plan</translation>
    </message>
    <message>
        <source>評価表の削除（{name}）</source>
        <translation>Delete sheet ({name})</translation>
    </message>
    <message>
        <source>課の分割（{name}から{part}へ）</source>
        <translation>Split of a department ({name} to {part})</translation>
    </message>
    <message>
        <source>課の名称変更（{name}）</source>
        <translation>Rename department ({name})</translation>
    </message>
    <message>
        <source>課の統合（{name}）</source>
        <translation>Merge departments ({name})</translation>
    </message>
    <message>
        <source>課の設定（{name}）</source>
        <translation>Department settings ({name})</translation>
    </message>
    <message>
        <source>課の追加（{name}）</source>
        <translation>Add department ({name})</translation>
    </message>
    <message>
        <source>貼り付け（{count} セル）</source>
        <translation>Paste ({count} cells)</translation>
    </message>
    <message>
        <source>追加の提案の採用（{content}）</source>
        <translation>Proposal accepted ({content})</translation>
    </message>
    <message>
        <source>追加の提案の見送り（{content}）</source>
        <translation>Proposal declined ({content})</translation>
    </message>
    <message>
        <source>配布（{count} 部署）</source>
        <translation>Distribution ({count} offices)</translation>
    </message>
    <message>
        <source>食い違いの一括確定（{count} 件）</source>
        <translation>Conflicts settled at once ({count})</translation>
    </message>
    <message>
        <source>食い違いの確定（{place}）</source>
        <translation>Conflict settled ({place})</translation>
    </message>
</context>
<context>
    <name>ValueChoice</name>
    <message>
        <source>値を検索</source>
        <translation>Find a value</translation>
    </message>
    <message>
        <source>（すべて選択）</source>
        <translation>(choose all)</translation>
    </message>
    <message>
        <source>（空白）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>ツールバー</source>
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>まだありません。</source>
        <translation>None yet.</translation>
    </message>
    <message>
        <source>前回反映できなかった {count} 件の変更を、計画ファイルに反映しました。</source>
        <translation>{count} changes that could not be written last time are now in the plan file.</translation>
    </message>
    <message>
        <source>保存済みです。計画ファイルも最新の内容になりました。</source>
        <translation>Everything is saved, and the plan file is up to date.</translation>
    </message>
    <message>
        <source>「{file}」に控えを保存しました。</source>
        <translation>A copy was saved in “{file}”.</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>やり直し</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>WrittenDialog</name>
    <message>
        <source>書き出しました</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>「{file}」に書き出しました。</source>
        <translation>Written to “{file}”.</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>フォルダーを開く</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>_Waiting</name>
    <message>
        <source>中止しています…</source>
        <translation>Stopping…</translation>
    </message>
</context>
</TS>
