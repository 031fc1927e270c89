using PosCases.Platform.Documents;

namespace PosCases.UnitTests.Platform.Documents;

/// <summary>Papers to be written.</summary>
internal static class Papers
{
    public const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>&amp;\"'</style>\u0007\u202E\uD800]]>";

    public static readonly PrintDocument Chinese = new("关于商户收款账户的情况说明", "zh-CN",
    [
        Paragraph.Of("华南银行信用卡中心：", ParagraphStyle.Flush),
        Paragraph.Of("我店经营日用百货，2026年3月4日收到通知，收款被暂停。现将有关情况说明如下，请予核实。我店经营日用百货，2026年3月4日收到通知，收款被暂停。"),
        new Heading(1, "一、基本情况"),
        new Paragraph(ParagraphStyle.Body, [new Run("商户编号："), new Run("【待填：商户编号】", RunLook.Missing), new Run("，"), new Run("金额 ¥48,200.00", RunLook.Bold), new Run("。")]),
        new Heading(2, "（一）交易清单"),
        new TableBlock(
            [new TableColumn("日期", 2), new TableColumn("说明", 4), new TableColumn("金额（元）", 2, IsNumeric: true)],
            [.. Enumerable.Range(1, 60).Select(i => (IReadOnlyList<IReadOnlyList<Run>>)[[new Run($"2026-03-{i % 28 + 1:00}")], [new Run($"第{i}笔：饮料批发")], [new Run($"{i}.00")]])]),
        new ListBlock(true, [[new Run("签购单存根")], [new Run("进货单")]]),
        new ListBlock(false, [[new Run("附件与原件一致")]]),
        new ListBlock(true, [[new Run("另起编号")]]),
        new PageBreak(),
        Paragraph.Of("特此说明。"),
        new SignatureBlock([new SignatureLine("说明人（盖章）：", [new Run("华南便利店")]), new SignatureLine("日期：", [])]),
        new LawBlock("所引规定", "仅供参考，不是法律意见。", [new LawReference("《反电信网络诈骗法》第32条", "已对照法规原文", "2026年7月1日核对")]),
    ])
    {
        Mark = "草稿",
        Header = "FZ-2026-000001",
        Author = "PosCases",
        MadeAt = new DateTimeOffset(2026, 3, 5, 2, 0, 0, TimeSpan.Zero),
    };

    public static readonly PrintDocument Attack = new(Hostile, "zh-CN",
    [
        Paragraph.Of(Hostile), new Heading(1, Hostile), new ListBlock(false, [[new Run(Hostile, RunLook.Bold)]]),
        new TableBlock([new TableColumn(Hostile)], [[[new Run(Hostile, RunLook.Missing)]]]),
        new SignatureBlock([new SignatureLine(Hostile, [new Run(Hostile)])]),
        new LawBlock(Hostile, Hostile, [new LawReference(Hostile, Hostile, Hostile)]),
    ])
    { Mark = Hostile, Header = Hostile, Author = Hostile };
}
