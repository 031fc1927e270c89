using PosCases.ComponentTests.Account;
using PosCases.People;
using PosCases.Platform.Security;
using PosCases.Web.People;

namespace PosCases.ComponentTests.People;

public sealed class PersonItemTests : AccountContext
{
    private static readonly PersonId Id = new(Guid.NewGuid());

    public PersonItemTests() => Speak("en");

    [Fact]
    public void An_active_person_can_be_shut_given_another_role_and_helped() =>
        Assert.Equal([$"password:{Id.Value}", $"factor:{Id.Value}", $"Supervisor:{Id.Value}", $"deactivate:{Id.Value}"], VerbsOf(isActive: true));

    [Fact]
    public void A_shut_person_can_only_be_let_in_again() => Assert.Equal([$"reactivate:{Id.Value}"], VerbsOf(isActive: false));

    [Fact]
    public void Nobody_manages_oneself() => Assert.Empty(VerbsOf(isActive: true, isOneself: true));

    private List<string?> VerbsOf(bool isActive, bool isOneself = false)
    {
        var item = Render<PersonItem>(p => p
            .Add(x => x.Person, new PeopleList.PersonRow(Id, "Li", "li@example.cn", Role.Agent, isActive, HasTotp: true, null, isOneself))
            .Add(x => x.Roles, [Role.Agent, Role.Supervisor]));
        return [.. item.FindAll("button[name=Act]").Select(button => button.GetAttribute("value"))];
    }
}
