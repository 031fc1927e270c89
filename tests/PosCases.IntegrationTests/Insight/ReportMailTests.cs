using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PosCases.Insight.Reports;
using PosCases.Platform;
using PosCases.Platform.Messages;

namespace PosCases.IntegrationTests.Insight;

[Collection(InsightWorld.Name)]
public sealed partial class ReportMailTests(InsightHost host)
{
    [Fact]
    public async Task A_report_goes_out_once_a_week_with_a_Chinese_subject_and_both_files_even_when_the_server_was_away()
    {
        var today = ShanghaiTime.DateOf(host.Clock.GetUtcNow());
        var set = await host.As("zhao").Send(new SetReportSchedule.Command(null, DayOfWeek.Tuesday, 9, [host.CallerOf("zhao").Id]));
        var next = await host.AskAsync(db => db.Set<ReportSchedule>().Where(s => s.Id == set.Value).Select(s => s.NextAt).SingleAsync());
        host.Clock.StopAt(next.AddMinutes(1));
        host.Mail.Refuses = true;
        await host.RunJobsAsync();
        await host.DeliverAsync();
        Assert.Empty(host.Mail.Taken);

        host.Mail.Refuses = false;
        for (var round = 0; round < 3; round++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(5));
            await host.RunJobsAsync();
            await host.DeliverAsync();
        }

        var (to, text) = Assert.Single(host.Mail.Taken);
        var week = PosCases.Insight.InsightPeriod.Of(PosCases.Insight.PeriodKind.LastWeek, ShanghaiTime.DateOf(next));
        Assert.Equal("zhao@demo.example", to);
        Assert.Equal($"冻结案件统计：全部指标，{week.From:yyyy-MM-dd} 至 {week.To:yyyy-MM-dd}", SubjectOf(text));
        Assert.Contains($"figures-all-{week.From:yyyy-MM-dd}".Replace("figures", "", StringComparison.Ordinal), Decoded(text), StringComparison.Ordinal);
        Assert.Contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", text, StringComparison.Ordinal);
        Assert.True(today <= week.To.AddDays(14));
        Assert.NotNull((await host.As("zhao").Send(new ListReportSchedules.Query())).Value.Deliveries.Single().SentAt);
        await host.As("zhao").Send(new EndReportSchedule.Command(set.Value, await VersionAsync(set.Value)));
    }

    [Fact]
    public async Task A_report_can_only_be_sent_to_people_of_the_desk_and_only_a_supervisor_sets_it()
    {
        var merchant = await host.As("zhao").Send(new SetReportSchedule.Command(null, DayOfWeek.Monday, 9, [host.CallerOf("huanan").Id]));
        var nobody = await host.As("zhao").Send(new SetReportSchedule.Command(null, DayOfWeek.Monday, 9, []));
        var agent = await host.As("li").Send(new SetReportSchedule.Command(null, DayOfWeek.Monday, 9, [host.CallerOf("li").Id]));

        Assert.IsType<Invalid>(merchant.Error);
        Assert.IsType<Invalid>(nobody.Error);
        Assert.IsType<NotPermitted>(agent.Error);
    }

    private Task<Guid> VersionAsync(Guid id) => host.AskAsync(db => db.Set<ReportSchedule>().Where(s => s.Id == id).Select(s => s.Version).SingleAsync());

    private static string SubjectOf(string mail)
    {
        var head = mail[..mail.IndexOf("\n\n", StringComparison.Ordinal)].Replace("\n ", "", StringComparison.Ordinal);
        return Decoded(head.Split('\n').Single(l => l.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..]);
    }

    private static string Decoded(string text) => Word().Replace(
        Between().Replace(text, ""), m => Encoding.UTF8.GetString(m.Groups["way"].Value is "B" or "b"
            ? Convert.FromBase64String(m.Groups["said"].Value)
            : [.. Quoted(m.Groups["said"].Value)]));

    private static IEnumerable<byte> Quoted(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            yield return text[at] == '=' ? Convert.FromHexString(text.AsSpan(at + 1, 2))[0] : text[at] == '_' ? (byte)' ' : (byte)text[at];
            at += text[at] == '=' ? 2 : 0;
        }
    }

    [GeneratedRegex(@"=\?utf-8\?(?<way>[bq])\?(?<said>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)", RegexOptions.None, 1000)]
    private static partial Regex Between();
}
