using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Institutions;
using PosCases.Merchants.Identifiers;
using PosCases.Platform.Data;

namespace PosCases.Merchants;

internal sealed class MerchantMapping : IEntityTypeConfiguration<Merchant>, IEntityTypeConfiguration<MerchantChange>
{
    public void Configure(EntityTypeBuilder<Merchant> builder)
    {
        builder.ToTable("Merchants");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Name).HasMaxLength(MerchantProfile.NameLength);
        builder.Property(m => m.UnifiedCreditCode).HasMaxLength(UnifiedCreditCode.MaxLength);
        builder.Property(m => m.Mcc).HasMaxLength(Mcc.Length);
        builder.Property(m => m.Region).HasMaxLength(MerchantProfile.RegionLength);
        builder.Property(m => m.Address).HasMaxLength(MerchantProfile.AddressLength);
        builder.Property(m => m.Phone).HasMaxLength(PhoneNumber.MaxLength);
        builder.HasMany(m => m.Numbers).WithOne().HasForeignKey(n => n.MerchantId);
        builder.HasMany(m => m.Stores).WithOne().HasForeignKey(s => s.MerchantId);
        builder.HasMany(m => m.Terminals).WithOne().HasForeignKey(t => t.MerchantId);
        builder.HasMany(m => m.Contacts).WithOne().HasForeignKey(c => c.MerchantId);
        builder.HasMany(m => m.Accounts).WithOne().HasForeignKey(a => a.MerchantId);
        builder.HasMany(m => m.Changes).WithOne().HasForeignKey(c => c.MerchantId);
        builder.HasIndex(m => m.Name);
        builder.HasIndex(m => m.UnifiedCreditCode);
    }

    public void Configure(EntityTypeBuilder<MerchantChange> builder)
    {
        builder.ToTable("MerchantChanges");
        builder.Property(c => c.Before).HasMaxLength(600);
        builder.Property(c => c.After).HasMaxLength(600);
        builder.Property(c => c.Reason).HasMaxLength(IdentifierWarnings.ReasonLength);
        builder.Property(c => c.Actor).HasMaxLength(128);
        builder.HasIndex(c => new { c.MerchantId, c.Id });
    }
}

internal sealed class MerchantPartMapping
    : IEntityTypeConfiguration<NumberAtAcquirer>, IEntityTypeConfiguration<Store>, IEntityTypeConfiguration<Terminal>,
      IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<SettlementAccount>
{
    public void Configure(EntityTypeBuilder<NumberAtAcquirer> builder)
    {
        builder.ToTable("MerchantNumbers");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Value).HasMaxLength(MerchantNumber.MaxLength);
        builder.HasOne<Institution>().WithMany().HasForeignKey(n => n.AcquirerId);
        builder.HasIndex(n => n.Value);
    }

    public void Configure(EntityTypeBuilder<Store> builder)
    {
        builder.ToTable("MerchantStores");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(MerchantProfile.NameLength);
        builder.Property(s => s.Address).HasMaxLength(MerchantProfile.AddressLength);
    }

    public void Configure(EntityTypeBuilder<Terminal> builder)
    {
        builder.ToTable("MerchantTerminals");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Number).HasMaxLength(TerminalNumber.MaxLength);
        builder.Property(t => t.SerialNumber).HasMaxLength(TerminalForm.TextLength);
        builder.Property(t => t.Brand).HasMaxLength(TerminalForm.TextLength);
        builder.Property(t => t.Model).HasMaxLength(TerminalForm.TextLength);
        builder.HasOne<Store>().WithMany().HasForeignKey(t => t.StoreId);
        builder.HasIndex(t => t.Number);
        builder.HasIndex(t => t.SerialNumber);
    }

    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("MerchantContacts");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(ContactForm.NameLength);
        builder.Property(c => c.Phone).HasMaxLength(PhoneNumber.MaxLength);
        builder.Property(c => c.Email).HasMaxLength(ContactForm.EmailLength);
        builder.Property(c => c.Role).HasMaxLength(ContactForm.RoleLength);
    }

    public void Configure(EntityTypeBuilder<SettlementAccount> builder)
    {
        builder.ToTable("MerchantSettlementAccounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.BankName).HasMaxLength(MerchantProfile.NameLength);
        builder.Property(a => a.BranchCode).HasMaxLength(BranchCode.MaxLength);
        builder.Property(a => a.Holder).HasMaxLength(MerchantProfile.NameLength);
        builder.Property(a => a.LastFour).HasMaxLength(AccountNumber.KeptDigits);
        builder.HasOne<Institution>().WithMany().HasForeignKey(a => a.BankId);
    }
}

internal static class MerchantSets
{
    extension(AppDb db)
    {
        public DbSet<Merchant> Merchants => db.Set<Merchant>();
    }
}
