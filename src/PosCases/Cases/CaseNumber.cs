using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform;
using PosCases.Platform.Data;

namespace PosCases.Cases;

/// <summary>Gives out case numbers: <c>FZ-2026-000123</c>. The running part is one sequence for all years, so it also orders cases.</summary>
internal static class CaseNumber
{
    /// <summary>Takes the next numbers inside the caller's transaction; the row is the lock.</summary>
    /// <returns>The first of <paramref name="count"/> consecutive serials.</returns>
    public static async Task<long> TakeAsync(AppDb db, int count, CancellationToken ct)
    {
        var counters = db.Set<CaseCounter>();
        await counters.ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, c => c.Last + count), ct);
        var last = await counters.AsNoTracking().Select(c => c.Last).SingleAsync(ct);
        return last - count + 1;
    }

    /// <summary>The number people see.</summary>
    public static string Format(long serial, DateTimeOffset filedAt) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"FZ-{ShanghaiTime.DateOf(filedAt).Year:0000}-{serial:000000}");
}

/// <summary>The last serial given out.</summary>
internal sealed class CaseCounter
{
    public int Id { get; init; }

    public long Last { get; set; }
}

internal sealed class CaseCounterMapping : IEntityTypeConfiguration<CaseCounter>
{
    public void Configure(EntityTypeBuilder<CaseCounter> builder)
    {
        builder.ToTable("CaseCounter");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasData(new CaseCounter { Id = 1 });
    }
}
