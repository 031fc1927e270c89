using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Retention;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>What after-care keeps: handed out with a merchant's data, forgotten with a case.</summary>
internal sealed class CareData(AppDb db, Actor actor) : IMerchantData, ICaseForgetting
{
    public async Task<MerchantShare> OfAsync(MerchantId id, CancellationToken ct)
    {
        var cases = await db.Set<Case>().VisibleTo(actor).Where(c => c.MerchantId == id).Select(c => new { c.Id, c.Number }).ToDictionaryAsync(c => c.Id, c => c.Number, ct);
        var plans = await db.PlansFor(actor).AsNoTracking().Where(p => p.MerchantId == id).OrderBy(p => p.ClosedOn).ToListAsync(ct);
        // What is planned only is the desk's until it is handed over.
        var tasks = await db.TasksFor(actor).AsNoTracking().Where(t => t.MerchantId == id && t.State != CareTaskState.Planned).OrderBy(t => t.Seq).ToListAsync(ct);
        var inspections = await db.InspectionsFor(actor).AsNoTracking().Where(i => i.MerchantId == id).OrderBy(i => i.StartedAt).ToListAsync(ct);
        var lookBacks = await db.LookBacksFor(actor).AsNoTracking().Where(l => l.MerchantId == id).OrderBy(l => l.Seq).ToListAsync(ct);
        var data = new
        {
            Plans = plans.Where(p => p.HandedAt is not null).Select(p => new { Case = cases[p.CaseId], p.HandedAt, p.ClosedOn }),
            Tasks = tasks.Select(t => new { Case = cases[t.CaseId], t.Code, Source = $"{t.Source}", t.Question, t.Words, t.Person, t.DueOn, State = $"{t.State}", t.Said, t.OfferedByName, t.OfferedAt, t.Reason, t.JudgedAt }),
            Inspections = inspections.Select(i => new
            {
                Case = cases[i.CaseId],
                i.QuestionnaireVersion,
                i.StartedByName,
                i.StartedAt,
                i.DoneByName,
                i.DoneAt,
                i.Score,
                Answers = i.Answers.ToDictionary(a => a.Key, a => $"{a.Value}", StringComparer.Ordinal),
                Findings = i.Findings.Select(f => f.Code),
            }),
            LookBacks = lookBacks.Select(l => new { Case = cases[l.CaseId], l.ClosedOn, l.Days, Answer = $"{l.Answer}", l.AnswerWords, l.AnsweredAt }),
        };
        return new MerchantShare("AfterCare", data, []);
    }

    public async Task ForgetAsync(CaseId id, CancellationToken ct)
    {
        (await db.CareTasks.Where(t => t.CaseId == id).ToListAsync(ct)).ForEach(t => t.Forget());
        (await db.LookBacks.Where(l => l.CaseId == id).ToListAsync(ct)).ForEach(l => l.Forget());
    }
}
