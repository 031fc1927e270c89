using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Merchants;

namespace PosCases.Cases.Search;

/// <summary>Where words were found.</summary>
public enum SearchKind
{
    /// <summary>The case itself: number, merchant, institutions, document numbers, tails, terminals, the wording of the notice.</summary>
    Case,

    /// <summary>The merchant's record.</summary>
    Merchant,

    /// <summary>An internal note.</summary>
    Note,

    /// <summary>A message between desk and merchant.</summary>
    Message,

    /// <summary>What was said with an institution.</summary>
    Communication,

    /// <summary>The name of a paper.</summary>
    Evidence,
}

/// <summary>Words that can be found. Derived from cases and merchants, kept by <see cref="SearchKeeper"/>, never a source of anything.</summary>
internal sealed class SearchEntry
{
    /// <summary>Most characters of one entry; longer texts are cut at their end.</summary>
    public const int TextLength = 4000;

    /// <summary>Order of indexing; later means changed later.</summary>
    public long Id { get; private init; }

    /// <summary>Where the words stand.</summary>
    public required SearchKind Kind { get; init; }

    /// <summary>The case; none for a merchant's record.</summary>
    public required CaseId? CaseId { get; init; }

    /// <summary>The merchant.</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>Whether only the desk may read it.</summary>
    public required bool IsInternal { get; init; }

    /// <summary>The words, in Unicode's form KC, so that wide and narrow letters are the same; parts are separated by line breaks.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A case or merchant that changed and must be indexed anew.</summary>
internal sealed class SearchTodo
{
    /// <summary>Order.</summary>
    public long Seq { get; private init; }

    /// <summary>The case; none for a merchant.</summary>
    public CaseId? CaseId { get; init; }

    /// <summary>The merchant; none for a case.</summary>
    public MerchantId? MerchantId { get; init; }
}

/// <summary>How far the first filling of the index has come.</summary>
internal sealed class SearchProgress
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>Cases up to this running number are in the index.</summary>
    public long Serial { get; set; }

    /// <summary>Whether everything that was there at the beginning is in it.</summary>
    public bool IsDone { get; set; }
}

internal sealed class SearchMapping : IEntityTypeConfiguration<SearchEntry>, IEntityTypeConfiguration<SearchTodo>, IEntityTypeConfiguration<SearchProgress>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("SearchEntries");
        builder.Property(e => e.Text).HasMaxLength(SearchEntry.TextLength);
        builder.HasIndex(e => e.CaseId);
        builder.HasIndex(e => new { e.MerchantId, e.Kind });
    }

    public void Configure(EntityTypeBuilder<SearchTodo> builder)
    {
        builder.ToTable("SearchTodos");
        builder.HasKey(t => t.Seq);
    }

    public void Configure(EntityTypeBuilder<SearchProgress> builder)
    {
        builder.ToTable("SearchProgress");
        builder.Property(p => p.Id).ValueGeneratedNever();
    }
}
