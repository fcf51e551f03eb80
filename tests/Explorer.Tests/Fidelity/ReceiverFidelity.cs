using Interleavings.Tests.Weaving;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Fidelity;

/// <summary>A call on null throws, whether a model stands in for the member or not.</summary>
public class ReceiverFidelity
{
    [Test]
    public void Every_modelled_member_throws_a_NullReferenceException_on_null()
    {
        var members = MembersOnNull.Make();

        members.Missing.ShouldBeEmpty();
        members.Calls.Count.ShouldBeGreaterThan(300);
        members.Calls.Where(m => !Throws(m.Call)).Select(m => m.Member)
            .ShouldBeEmpty("outside an execution");
        members.Calls.Where(m => !ThrowsInside(m.Call)).Select(m => m.Member)
            .ShouldBeEmpty("inside an execution");
    }

    private static bool ThrowsInside(Action call)
    {
        var throws = false;
        Explorer.Explore(() => throws = Throws(call));
        return throws;
    }

    private static bool Throws(Action call)
    {
        try
        {
            call();
            return false;
        }
        catch (NullReferenceException)
        {
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
