using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.People.Tokens;

/// <summary>Identifies an access token; it stands in the clear in the token, to find its row by.</summary>
public readonly record struct AccessTokenId(Guid Value) : ITypedId<AccessTokenId>
{
    /// <inheritdoc/>
    public static AccessTokenId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static AccessTokenId New() => new(Guid.NewGuid());
}

/// <summary>Why a token can no longer be used, or that it can.</summary>
public enum AccessTokenState
{
    /// <summary>It can be used.</summary>
    Usable,

    /// <summary>Its time has ended.</summary>
    Expired,

    /// <summary>It was revoked.</summary>
    Revoked,

    /// <summary>Password, second factor, role or account of the person changed since it was made, or he signed out everywhere.</summary>
    Ended,
}

/// <summary>A key by which a program speaks for a person. Only the hash of its secret is kept.</summary>
public sealed class AccessToken : IVersioned
{
    /// <summary>Longest life, in days.</summary>
    public const int MostDays = 365;

    /// <summary>Most tokens of one person that can be used at the same time.</summary>
    public const int MostUsable = 20;

    /// <summary>Longest name.</summary>
    public const int NameLength = 60;

    private AccessToken()
    {
    }

    /// <summary>Id.</summary>
    public AccessTokenId Id { get; private init; }

    /// <summary>For whom it speaks.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>What the person calls it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What it is good for.</summary>
    public TokenScopes Scopes { get; private init; }

    /// <summary>SHA-256 of its secret, 32 bytes.</summary>
    public byte[] Hash { get; private init; } = [];

    /// <summary>Security stamp of the person when it was made: whatever ends the person's sessions ends it too.</summary>
    public string Stamp { get; private init; } = "";

    /// <summary>Made at.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Good until.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was last used; kept to ten minutes.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>Network address of that use.</summary>
    public string? LastUsedFrom { get; private set; }

    /// <summary>When it was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Makes a token for the person, good for a number of days.</summary>
    internal static AccessToken Of(Person person, string name, TokenScopes scopes, int days, TokenSecret secret, DateTimeOffset now) => new()
    {
        Id = secret.Id,
        PersonId = person.Id,
        Name = name.Trim(),
        Scopes = scopes,
        Hash = secret.Hash(),
        Stamp = person.SecurityStamp!,
        CreatedAt = now,
        ExpiresAt = now.AddDays(days),
    };

    /// <summary>Where it stands at a moment.</summary>
    /// <param name="stamp">The person's stamp now.</param>
    /// <param name="at">The moment.</param>
    public AccessTokenState StateAt(string? stamp, DateTimeOffset at) =>
        RevokedAt is not null ? AccessTokenState.Revoked
        : ExpiresAt <= at ? AccessTokenState.Expired
        : !string.Equals(Stamp, stamp, StringComparison.Ordinal) ? AccessTokenState.Ended
        : AccessTokenState.Usable;

    /// <summary>Whether it speaks for the person now.</summary>
    internal bool IsUsableBy(Person person, DateTimeOffset at) =>
        PersonId == person.Id && person.IsActive && StateAt(person.SecurityStamp, at) == AccessTokenState.Usable;

    /// <summary>Ends it; a second time changes nothing.</summary>
    internal void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>Remembers that it was used.</summary>
    internal void WasUsed(DateTimeOffset now, string? from) => (LastUsedAt, LastUsedFrom) = (now, from);
}

internal sealed class AccessTokenMapping : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("AccessTokens");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(AccessToken.NameLength);
        builder.Property(t => t.Hash).HasMaxLength(32).IsFixedLength();
        builder.Property(t => t.Stamp).HasMaxLength(64);
        builder.Property(t => t.LastUsedFrom).HasMaxLength(64);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
        builder.HasIndex(t => t.PersonId);
    }
}

internal static class AccessTokenSets
{
    extension(AppDb db)
    {
        public DbSet<AccessToken> AccessTokens => db.Set<AccessToken>();
    }
}
