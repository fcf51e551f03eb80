using System.Diagnostics;
using Katas.Tests.Board;
using NUnit.Framework;

namespace Katas.Tests;

[TestFixture, Kata(20, "SharedMemory", "katas/20-SharedMemory/SharedNumber.cs")]
public class Kata20_SharedMemory : InOrder
{
    [Test]
    public void While_one_process_is_in_its_update_no_other_begins_one()
    {
        using var sharing = new Sharing();
        Child a = sharing.Open("A"), b = sharing.Open("B");
        a.Tell();
        ExpectInside(sharing, a);

        b.Tell();
        // While other processes live their whole lives, B has time to get in, if it can.
        if (sharing.Nursery.WaitFor(() => b.HasHungUp || IsInside(b), lives: 2))
            Fail.Because(IsInside(b)
                ? $"{a} and {b} are both in the middle of an update: both have read {Read(a)},"
                    + $" both are going to write {Read(a) + 1}.\n  One of the two updates is lost."
                : $"{b} wanted to update the number while {a} did, and failed{Sharing.Why(b)}.",
                "Keep others out, also those in other processes, from the read to the write.");
        a.Tell();
        sharing.ExpectEnd(a, "though it was in the middle of its update");
        ExpectInside(sharing, b);
        b.Tell();
        sharing.ExpectEnd(b, "though nobody else had the lock");

        ExpectValue(2, sharing.Value, "A has added 1, and B has");
    }

    [Test]
    public void Three_processes_add_200_each_and_none_of_it_is_lost()
    {
        using var sharing = new Sharing();
        var adding = ((string[])["A", "B", "C"])
            .Select(name => sharing.Open(name, times: 200)).ToList();

        foreach (var child in adding) child.Tell();
        foreach (var child in adding) sharing.ExpectEnd(child, "while three processes added");

        ExpectValue(600, sharing.Value, "3 processes have added 200 each");
    }

    [Test]
    public void Who_comes_later_finds_the_number_as_it_was_left()
    {
        using var sharing = new Sharing();
        foreach (var name in (string[])["A", "B"])
        {
            var child = sharing.Open(name, times: 1);
            child.Tell();
            sharing.ExpectEnd(child, "though nobody else had the lock");
        }

        ExpectValue(2, sharing.Value, "A has added 1 and is gone, then B came and did the same");
    }

    [Test]
    public void A_process_that_dies_in_its_update_does_not_lock_out_the_others()
    {
        using var sharing = new Sharing();
        Child a = sharing.Open("A"), b = sharing.Open("B", times: 1);
        a.Tell();
        ExpectInside(sharing, a);

        a.Kill();
        b.Tell();

        sharing.ExpectEnd(b, "since A was killed in the middle of its update");
        ExpectValue(1, sharing.Value, "A died before it had written, and B has added 1");
    }

    [Test]
    public void An_update_that_throws_does_not_lock_out_the_others()
    {
        using var noFinalizers = new NoFinalizers();
        using var sharing = new Sharing();
        var b = sharing.Open("B", times: 1);
        var mistake = new ArithmeticException("made on purpose");

        if (sharing.Update(_ => throw mistake) is not ArithmeticException)
            Fail.Because("An update threw, and its caller never heard of it.");
        b.Tell();

        sharing.ExpectEnd(b, "since an update threw in the owner's process");
        ExpectValue(1, sharing.Value, "one update threw, and B has added 1");
    }

    [Test]
    public void When_the_owner_has_let_go_neither_region_nor_lock_is_left()
    {
        using var sharing = new Sharing();
        sharing.Update(value => value + 1);

        sharing.LetGo();

        if (sharing.Files.ToList() is [_, ..] left)
            Fail.Because("The owner has disposed of the number, but in its folder there is still:"
                + $" {string.Join(", ", left)}.", "Delete them in the owner's Dispose.");
    }

    [StackTraceHidden]
    static void ExpectInside(Sharing sharing, Child child)
    {
        if (!sharing.Nursery.WaitFor(() => child.HasHungUp || IsInside(child)) || child.HasHungUp)
            Fail.Because($"{child} never got into its update{Sharing.Why(child)}, though nobody"
                + " else was in one.", "Look for a lock that is not given back.");
    }

    static bool IsInside(Child child) => Read(child) is not null;

    /// <summary>What it has read, if it is in the middle of an update.</summary>
    static long? Read(Child child) =>
        child.LastSaid.Split(' ') is ["inside", var value] ? long.Parse(value) : null;

    [StackTraceHidden]
    static void ExpectValue(long expected, long actual, string why)
    {
        if (actual != expected)
            Fail.Because($"{why}: the number should be {expected}, but it is {actual}.");
    }
}
