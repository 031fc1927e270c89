using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Documents;
using PosCases.Platform.Mail;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Insight.Reports;

/// <summary>Mails a report: counted for the one who gets it, with his rights at that moment, in his language.</summary>
internal sealed class ReportMailConsumer(AppDb db, Door door, WriteGate gate, ReportMaker maker, Mailer mailer, TimeProvider clock) : IOutboxConsumer
{
    public string Kind => ReportMail.OutboxKind;

    public async Task ConsumeAsync(OutboxMessage message, CancellationToken ct)
    {
        var mail = message.Read<ReportMail>();
        var open = db.Set<ReportDelivery>().Where(d => d.ScheduleId == mail.ScheduleId && d.PersonId == mail.PersonId && d.From == mail.From && d.SentAt == null && d.Withheld == null);
        if (!await open.AnyAsync(ct))
        {
            return;
        }

        if (!mailer.IsOn)
        {
            await WithholdAsync(open, "MailIsOff", ct);
            return;
        }

        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == mail.PersonId, ct);
        var filter = new InsightFilter { Period = PeriodKind.Own, From = mail.From, To = mail.To };
        var counted = await door.Send(new ViewBoard.Query(mail.Board, filter), new Caller.Person(person.Id, person.SecurityStamp!), ct);
        if (!counted.Succeeded)
        {
            await WithholdAsync(open, "NotPermitted", ct);
            return;
        }

        var report = maker.Write(mail.Board, filter, counted.Value, person.Culture);
        List<MailFile> files = [new($"{report.FileName}.xlsx", XlsxWriter.MediaType, ReportMaker.Xlsx(report))];
        if (await maker.PdfAsync(report, ct) is { } pdf)
        {
            files.Insert(0, new($"{report.FileName}.pdf", "application/pdf", pdf));
        }

        await mailer.SendAsync(message.Id, person.UserName!, report.Subject, report.MailText, files, ct);
        using var turn = await gate.EnterAsync(ct);
        DateTimeOffset? now = clock.GetUtcNow();
        await open.ExecuteUpdateAsync(set => set.SetProperty(d => d.SentAt, now), ct);
    }

    private async Task WithholdAsync(IQueryable<ReportDelivery> open, string why, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await open.ExecuteUpdateAsync(set => set.SetProperty(d => d.Withheld, why), ct);
    }
}
