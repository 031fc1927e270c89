using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Watch;

/// <summary>Payload of the outbox: what explains an alert goes into the case that was prepared from it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="AlertId">The alert.</param>
/// <param name="PersonId">Who filed the case; it is done in his name and with his rights.</param>
public sealed record PreCasePapers(Guid CaseId, Guid AlertId, Guid PersonId)
{
    /// <summary>Names the consumer.</summary>
    public const string OutboxKind = "pre-case-papers";
}

/// <summary>Copies what explains an alert into a case; the bytes are made and copied by the host.</summary>
public interface IPreCaseCopier
{
    /// <summary>Copies it; what is in the case already is left alone, and what is refused stays named on the case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="number">Its number.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="filer">In whose name.</param>
    /// <param name="language">Language in which the record of a large trade is printed.</param>
    /// <param name="ct">Stops it.</param>
    Task CopyAsync(CaseId caseId, string number, TradeAlertId alert, Caller filer, string language, CancellationToken ct);
}

/// <summary>Takes what was filed from the outbox; delivered twice, it is copied once.</summary>
internal sealed class PreCasePapersConsumer(AppDb db, IPreCaseCopier copier) : IOutboxConsumer
{
    public string Kind => PreCasePapers.OutboxKind;

    public async Task ConsumeAsync(OutboxMessage message, CancellationToken ct)
    {
        var work = message.Read<PreCasePapers>();
        var id = new CaseId(work.CaseId);
        var number = await db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync(ct);
        if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == work.PersonId && p.IsActive, ct) is { } filer)
        {
            await copier.CopyAsync(id, number, new TradeAlertId(work.AlertId), new Caller.Person(filer.Id, filer.SecurityStamp!), filer.Culture, ct);
        }
    }
}

/// <summary>Registers the copying where there is a host that can print.</summary>
public static class PreCaseRegistration
{
    /// <summary>What explains an alert is copied by the given type.</summary>
    /// <typeparam name="TCopier">Makes and copies the bytes.</typeparam>
    public static IServiceCollection AddPreCasePapers<TCopier>(this IServiceCollection services)
        where TCopier : class, IPreCaseCopier => services.AddScoped<IPreCaseCopier, TCopier>().AddScoped<IOutboxConsumer, PreCasePapersConsumer>();
}
