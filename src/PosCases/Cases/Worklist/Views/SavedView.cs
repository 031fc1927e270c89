using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.People;
using PosCases.Platform.Security;

namespace PosCases.Cases.Worklist.Views;

/// <summary>A list that somebody keeps under a name: the address of the worklist with its view, filters, order and columns.</summary>
public sealed class SavedView
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 40;

    /// <summary>Longest address, in characters.</summary>
    public const int AddressLength = 1000;

    /// <summary>Most views of one person.</summary>
    public const int Most = 30;

    private SavedView()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Whose it is.</summary>
    public Guid OwnerId { get; private init; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Path and query of the worklist, without cursors.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Whether everybody at the desk has it in his menu.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Saved at.</summary>
    public DateTimeOffset At { get; private set; }

    internal static SavedView Of(Actor owner, string name) => new() { Id = Guid.CreateVersion7(), OwnerId = owner.Id, Name = name };

    internal void Keep(string address, bool isShared, DateTimeOffset at) => (Address, IsShared, At) = (address, isShared, at);
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Name).HasMaxLength(SavedView.NameLength);
        builder.Property(v => v.Address).HasMaxLength(SavedView.AddressLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.OwnerId);
        builder.HasIndex(v => new { v.OwnerId, v.Name }).IsUnique();
        builder.HasIndex(v => v.IsShared);
    }
}
