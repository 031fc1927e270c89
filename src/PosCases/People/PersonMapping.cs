using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Merchants;
using PosCases.Platform.Data;

namespace PosCases.People;

/// <summary>The tables of Identity's user store, with keys short enough for SQL Server's indexes.</summary>
internal sealed class PersonMapping :
    IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    private const int KeyLength = 128;

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.UserName).HasMaxLength(SignInName.MaxLength).IsRequired();
        builder.Property(p => p.NormalizedUserName).HasMaxLength(SignInName.MaxLength).IsRequired();
        builder.Property(p => p.DisplayName).HasMaxLength(PersonRules.NameLength);
        builder.Property(p => p.PasswordHash).HasMaxLength(200);
        builder.Property(p => p.SecurityStamp).HasMaxLength(64).IsRequired();
        builder.Property(p => p.Culture).HasMaxLength(10);
        // Never used: the name one signs in with is the address, and Version is the concurrency token.
        builder.Ignore(p => p.Email);
        builder.Ignore(p => p.NormalizedEmail);
        builder.Ignore(p => p.EmailConfirmed);
        builder.Ignore(p => p.PhoneNumber);
        builder.Ignore(p => p.PhoneNumberConfirmed);
        builder.Ignore(p => p.ConcurrencyStamp);
        builder.HasIndex(p => p.NormalizedUserName).IsUnique();
        builder.HasOne<Merchant>().WithMany().HasForeignKey(p => p.MerchantId);
        builder.HasIndex(p => p.MerchantId);
        builder.HasIndex(p => p.Role);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("PersonClaims");
        builder.Property(c => c.ClaimType).HasMaxLength(256);
        builder.Property(c => c.ClaimValue).HasMaxLength(256);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("PersonLogins");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        builder.Property(l => l.LoginProvider).HasMaxLength(KeyLength);
        builder.Property(l => l.ProviderKey).HasMaxLength(KeyLength);
        builder.Property(l => l.ProviderDisplayName).HasMaxLength(KeyLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("PersonTokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.LoginProvider).HasMaxLength(KeyLength);
        builder.Property(t => t.Name).HasMaxLength(KeyLength);
        builder.Property(t => t.Value).HasMaxLength(2000);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.UserId);
    }
}

/// <summary>The people of the database.</summary>
public static class PersonSets
{
    extension(AppDb db)
    {
        /// <summary>Everybody with an account.</summary>
        public DbSet<Person> People => db.Set<Person>();
    }
}
