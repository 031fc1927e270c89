using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>A letter with its case, loaded in order to change it.</summary>
internal sealed record OpenLetter(Letter Letter, Case Case);

internal static class LetterAccess
{
    /// <summary>
    /// Which letters exist for whom: those of the cases that one sees; for the desk all of them, for the merchant's side the final ones that
    /// are meant for the merchant, for guests none.
    /// </summary>
    public static IQueryable<Letter> LettersVisibleTo(this AppDb db, Actor actor)
    {
        var cases = db.Set<Case>().VisibleTo(actor).Select(c => c.Id);
        var letters = db.Letters.Where(l => cases.Contains(l.CaseId));
        return actor.IsDesk ? letters
            : actor.IsMerchant ? letters.Where(l => l.ForMerchant && l.State == LetterState.Final)
            : letters.Where(l => false);
    }

    /// <summary>Loads a letter with its versions and its case in order to change it; an outdated revision is a conflict.</summary>
    public static async Task<Result<OpenLetter>> FindLetterAsync(this AppDb db, LetterId id, int revision, Actor actor, CancellationToken ct)
    {
        var found = await db.LettersVisibleTo(actor).Include(l => l.Versions).SingleOrDefaultAsync(l => l.Id == id, ct);
        if (found is null)
        {
            return new NotFound(nameof(Letter));
        }

        return found.Revision != revision
            ? new Conflict()
            : new OpenLetter(found, await db.Set<Case>().Include(c => c.Causes).SingleAsync(c => c.Id == found.CaseId, ct));
    }

    /// <summary>The same, for those who write on it.</summary>
    public static async Task<Result<OpenLetter>> FindLetterToWriteAsync(this AppDb db, LetterId id, int revision, Actor actor, CancellationToken ct)
    {
        var found = await db.FindLetterAsync(id, revision, actor, ct);
        return found.Succeeded && found.Value.Case.RefuseLetterBy(actor) is { } refused ? refused : found;
    }

    /// <summary>What the case knows; none when the actor does not see it.</summary>
    public static async Task<LetterFacts?> LetterFactsAsync(this AppDb db, CaseId id, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var found = await db.Set<Case>().AsNoTracking().VisibleTo(actor)
            .Include(c => c.Measures).Include(c => c.Causes).Include(c => c.Evidence).Include(c => c.Parties).Include(c => c.Rounds).Include(c => c.Steps)
            .AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (found is null)
        {
            return null;
        }

        var merchant = await db.Set<Merchant>().AsNoTracking()
            .Include(m => m.Numbers).Include(m => m.Terminals).Include(m => m.Contacts).Include(m => m.Accounts)
            .AsSplitQuery().SingleAsync(m => m.Id == found.MerchantId, ct);
        var ids = found.Parties.Select(p => p.InstitutionId).Concat(found.Measures.Select(m => m.InstitutionId).OfType<InstitutionId>()).Distinct().ToList();
        var names = await db.Set<Institution>().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
        return new LetterFacts(found, merchant, names, ShanghaiTime.DateOf(now)) { Disputes = await db.LetterDisputesAsync(id, ct) };
    }

    /// <summary>Why what it says may not be saved or go out; none when it may.</summary>
    public static LetterFaulty? RefuseFaults(this OpenLetter open, LetterContent content) =>
        LetterGuard.Find(content, open.Case.Causes.Where(c => c is { RemovedAt: null, Confidence: Cases.Verification.Confidence.High })) is { Count: > 0 } faults
            ? new LetterFaulty(faults)
            : null;

    /// <summary>Why it cannot become final; none when it can.</summary>
    public static Error? RefuseFinal(this OpenLetter open) =>
        open.RefuseFaults(open.Letter.Content) is { } faulty ? faulty
        : LetterFill.Missing(open.Letter.Content) is { Count: > 0 } missing ? new LetterIncomplete(missing)
        : null;

    /// <summary>Puts on the case's record what was done to the letter; a refusal passes through.</summary>
    public static Result<int> Record(this OpenLetter open, Result<int> done, CaseEventKind kind, string? reason, Actor by, DateTimeOffset at)
    {
        if (!done.Succeeded)
        {
            return done;
        }

        var tellsMerchant = open.Letter.ForMerchant && kind == CaseEventKind.LetterFinished;
        var noted = open.Case.RecordLetter(kind, open.Letter.Title, open.Letter.LastNumber, reason?.Trim(), tellsMerchant, by, at);
        return noted.Succeeded ? done : noted.Error;
    }
}
