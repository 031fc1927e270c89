using System.Reflection;
using System.Text;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.UnitTests.Architecture;

namespace PosCases.UnitTests.Platform.Security;

public sealed class PermissionsTests
{
    [Fact]
    public void An_admin_has_no_right_to_the_content_of_cases()
    {
        Permission[] ofCases =
        [
            Permission.FileCases, Permission.ViewCases, Permission.Converse, Permission.SubmitEvidence, Permission.WithdrawCases,
            Permission.RateCases, Permission.WorkCases, Permission.ReviewCases, Permission.ViewMerchants, Permission.ManageMerchants,
        ];

        Assert.Empty(Permissions.Of(Role.Admin).Intersect(ofCases));
    }

    [Fact]
    public void Nobody_may_only_come_in() =>
        Assert.Equal([Permission.RegisterMerchant, Permission.AcceptInvitation, Permission.SignIn, Permission.SeeHotlines, Permission.ReadKnowledge], Permissions.Of(Role.Anonymous).Order());

    [Fact]
    public void What_the_systems_jobs_do_no_person_may()
    {
        Assert.Equal([Permission.RunJobs], Permissions.Of(Role.System));
        Assert.All(Enum.GetValues<Role>().Where(r => r != Role.System), role => Assert.DoesNotContain(Permissions.Of(role).AsEnumerable(), p => p == Permission.RunJobs));
    }

    [Fact]
    public void A_merchants_user_has_none_of_the_desks_rights() =>
        Assert.All([Role.MerchantOwner, Role.MerchantStaff], role => Assert.Empty(Permissions.Of(role).Intersect(
            [Permission.WorkCases, Permission.ReviewCases, Permission.ViewMerchants, Permission.ManageMerchants, Permission.ViewPlaybooks,
             Permission.ManageStaff, Permission.Operate, Permission.ManageInstitutions])));

    [Fact]
    public void A_guest_may_only_read_write_and_advise_within_the_case_and_keep_the_own_account() =>
        Assert.Equal(
            new[]
            {
                Permission.RegisterMerchant, Permission.AcceptInvitation, Permission.SignIn, Permission.SeeHotlines, Permission.ReadKnowledge, Permission.UseAccount, Permission.ViewCases,
                Permission.Converse, Permission.SubmitEvidence, Permission.AdviseCases, Permission.ViewRules,
            }.Order(),
            Permissions.Of(Role.Guest).Order());

    [Fact]
    public void Only_a_guest_advises_and_only_the_merchants_owner_and_the_desk_invite()
    {
        Assert.Equal([Role.Guest], Enum.GetValues<Role>().Where(r => Permissions.Of(r).Contains(Permission.AdviseCases)));
        Assert.Equal(
            [Role.MerchantOwner, Role.Agent, Role.Supervisor],
            Enum.GetValues<Role>().Where(r => Permissions.Of(r).Contains(Permission.InviteGuests)));
    }

    [Fact]
    public void Only_supervisors_and_admins_edit_the_library_of_rules_and_everybody_signed_in_reads_it()
    {
        Assert.Equal([Role.Supervisor, Role.Admin], Enum.GetValues<Role>().Where(r => Permissions.Of(r).Contains(Permission.ManageRules)));
        Assert.Equal(
            [Role.Anonymous, Role.System],
            Enum.GetValues<Role>().Where(r => !Permissions.Of(r).Contains(Permission.ViewRules)));
    }

    [Fact]
    public void Only_a_supervisor_reviews() =>
        Assert.Equal([Role.Supervisor], Enum.GetValues<Role>().Where(r => Permissions.Of(r).Contains(Permission.ReviewCases)));

    [Fact]
    public void Somebody_who_must_first_set_up_the_second_factor_may_only_keep_the_own_account()
    {
        var half = new Actor(Guid.NewGuid(), "Li", Role.Agent, null) { OwnAccountOnly = true };

        Assert.Equal(
            [Permission.RegisterMerchant, Permission.AcceptInvitation, Permission.SignIn, Permission.SeeHotlines, Permission.ReadKnowledge, Permission.UseAccount],
            Enum.GetValues<Permission>().Where(half.May).Order());
    }

    [Fact]
    public void The_matrix_in_the_documentation_is_that_of_the_code() =>
        Documentation.AssertCurrentPart("docs/security.md", "matrix", Render());

    private static string Render()
    {
        Role[] roles = [.. Enum.GetValues<Role>()];
        var text = new StringBuilder($"| right | {string.Join(" | ", roles)} | messages |\n|---|{string.Concat(roles.Select(_ => ":-:|"))}---|\n");
        foreach (var permission in Enum.GetValues<Permission>())
        {
            var may = string.Join(" | ", roles.Select(role => Permissions.Of(role).Contains(permission) ? "✔" : " "));
            var messages = Architecture.Messages.All
                .Where(m => m.GetCustomAttribute<RequiresAttribute>()?.Permission == permission)
                .Select(MessageName.Of).Distinct().Order(StringComparer.Ordinal);
            text.Append(FormattableString.Invariant($"| {permission} | {may} | {string.Join(", ", messages)} |\n"));
        }

        return text.ToString();
    }
}
