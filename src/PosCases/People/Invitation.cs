using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>A place kept for somebody who has no account yet; good for seven days and once.</summary>
public sealed class Invitation : IVersioned
{
    /// <summary>How long it is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private Invitation()
    {
    }

    /// <summary>Its id.</summary>
    public InvitationId Id { get; private init; }

    /// <summary>What the person will sign in with.</summary>
    public string UserName { get; private init; } = "";

    /// <summary>Name shown to others.</summary>
    public string DisplayName { get; private init; } = "";

    /// <summary>What the person will be.</summary>
    public Role Role { get; private init; }

    /// <summary>The merchant whose user the person will be; none for staff.</summary>
    public MerchantId? MerchantId { get; private init; }

    /// <summary>The account that it will open, for a guest of a case, who is known by it before; otherwise none.</summary>
    public Guid? ReservedPersonId { get; private init; }

    /// <summary>Who invited.</summary>
    public Guid InvitedBy { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The end of its life.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was redeemed.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>When it was withdrawn.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Invites somebody to the desk, or to the merchant of the owner who invites.</summary>
    public static Invitation Send(SignInName name, string displayName, Role role, Actor by, DateTimeOffset now) => new()
    {
        Id = InvitationId.New(),
        UserName = name.Value,
        DisplayName = displayName.Trim(),
        Role = role,
        MerchantId = by.Merchant is { } merchant ? new MerchantId(merchant) : null,
        InvitedBy = by.Id,
        CreatedAt = now,
        ExpiresAt = now + Lifetime,
    };

    /// <summary>Invites a lawyer or representative to a case; the case knows him by <see cref="ReservedPersonId"/>.</summary>
    public static Invitation ToCase(SignInName name, string displayName, Actor by, DateTimeOffset now) => new()
    {
        Id = InvitationId.New(),
        UserName = name.Value,
        DisplayName = displayName.Trim(),
        Role = Role.Guest,
        ReservedPersonId = Guid.NewGuid(),
        InvitedBy = by.Id,
        CreatedAt = now,
        ExpiresAt = now + Lifetime,
    };

    /// <summary>Whether it can still be redeemed.</summary>
    public bool IsOpen(DateTimeOffset at) => AcceptedAt is null && RevokedAt is null && ExpiresAt > at;

    /// <summary>Redeems it: opens the account it was kept for.</summary>
    public Person Accept(string displayName, string culture, DateTimeOffset now)
    {
        AcceptedAt = now;
        return Person.Open(SignInName.Parse(UserName), displayName, Role, MerchantId, culture, now, id: ReservedPersonId);
    }

    /// <summary>Withdraws it.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt = now;
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.UserName).HasMaxLength(SignInName.MaxLength);
        builder.Property(i => i.DisplayName).HasMaxLength(PersonRules.NameLength);
        builder.HasIndex(i => i.MerchantId);
    }
}

internal static class InvitationSets
{
    extension(AppDb db)
    {
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}
