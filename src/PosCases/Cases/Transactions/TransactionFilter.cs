using Microsoft.EntityFrameworkCore;
using PosCases.Platform;
using PosCases.Platform.Data;

namespace PosCases.Cases.Transactions;

/// <summary>What else a transaction must be, to be listed.</summary>
public enum TransactionMark
{
    /// <summary>有争议.</summary>
    Disputed,

    /// <summary>待找签购单.</summary>
    SlipWanted,

    /// <summary>已对上凭证.</summary>
    SlipMatched,

    /// <summary>自查信号提示.</summary>
    Signal,
}

/// <summary>Which transactions of a case are listed; what is none narrows nothing.</summary>
public sealed record TransactionFilter
{
    /// <summary>From this day on.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Until this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>At least this much, in yuan.</summary>
    public decimal? Least { get; init; }

    /// <summary>At most this much, in yuan.</summary>
    public decimal? Most { get; init; }

    /// <summary>Of this kind.</summary>
    public TransactionKind? Kind { get; init; }

    /// <summary>That ended so.</summary>
    public TransactionState? State { get; init; }

    /// <summary>At this terminal.</summary>
    public string? Terminal { get; init; }

    /// <summary>With this in its reference, voucher or card number.</summary>
    public string? Text { get; init; }

    /// <summary>With this mark.</summary>
    public TransactionMark? Flag { get; init; }

    /// <summary>Found by this signal of the last self-check; with <see cref="TransactionMark.Signal"/>.</summary>
    public string? Signal { get; init; }

    /// <summary>Whether it narrows anything.</summary>
    public bool IsEmpty => this == new TransactionFilter();
}

internal static class TransactionQueries
{
    /// <summary>The transactions of a case that a filter lets through.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">The case.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="signalled">The transactions that the filter's signal found.</param>
    public static IQueryable<CaseTransaction> Filtered(this AppDb db, CaseId id, TransactionFilter filter, IReadOnlyList<Guid> signalled)
    {
        var found = db.Transactions.AsNoTracking().Where(t => t.CaseId == id);
        if (filter.From is { } from)
        {
            var start = ShanghaiTime.StartOf(from);
            found = found.Where(t => t.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = ShanghaiTime.EndOf(to);
            found = found.Where(t => t.At <= end);
        }

        found = filter.Least is { } least ? found.Where(t => t.Amount >= least) : found;
        found = filter.Most is { } most ? found.Where(t => t.Amount <= most) : found;
        found = filter.Kind is { } kind ? found.Where(t => t.Kind == kind) : found;
        found = filter.State is { } state ? found.Where(t => t.State == state) : found;
        found = filter.Terminal is { Length: > 0 } terminal ? found.Where(t => t.Terminal == terminal) : found;
        if (filter.Text is { Length: > 0 } text)
        {
            var like = Like.Containing(text);
            found = found.Where(t =>
                EF.Functions.Like(t.Reference!, like, Like.Escape) || EF.Functions.Like(t.Voucher!, like, Like.Escape) || EF.Functions.Like(t.Card!, like, Like.Escape));
        }

        var (disputes, slips) = (db.Disputes, db.Slips);
        return filter.Flag is not { } flag ? found : flag switch
        {
            TransactionMark.Disputed => found.Where(t => disputes.Any(d => d.TransactionId == t.Id)),
            TransactionMark.SlipWanted => found.Where(t => disputes.Any(d => d.TransactionId == t.Id && d.Slip == SlipState.Wanted)),
            TransactionMark.SlipMatched => found.Where(t => slips.Any(s => s.TransactionId == t.Id)),
            TransactionMark.Signal => found.Where(t => signalled.Contains(t.Id)),
        };
    }
}
