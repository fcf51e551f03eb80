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
        // More than 32 bits hold.
        const long large = 1L << 40;
        sharing.Update(value => value + large);
        foreach (var name in (string[])["A", "B"])
        {
            var child = sharing.Open(name, times: 1);
            child.Tell();
            sharing.ExpectEnd(child, "though nobody else had the lock");
        }

        ExpectValue(large + 2, sharing.Value,
            $"The owner has added {large}; A has added 1 and is gone, then B came and did the same");
    }

    [Test]
    public void Two_numbers_in_two_folders_have_nothing_in_common()
    {
        using var one = new Sharing();
        using var other = new Sharing();
        var a = one.Open("A");
        a.Tell();
        ExpectInside(one, a);

        var error = other.Update(value => value + 5,
            $"{a} is in the middle of an update of one number, and keeps everybody out of another"
            + " number, which lies in another folder."
            + "\n  Next: Make the lock's name or path from the folder's.");
        a.Tell();
        one.ExpectEnd(a, "though nobody else had the lock");

        if (error is not null)
            Fail.Because($"Update threw: {error.GetType().Name}: {error.Message}");
        ExpectValue(1, one.Value, "A has added 1 to one number, the owner 5 to another");
        ExpectValue(5, other.Value, "A has added 1 to one number, the owner 5 to another");
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
    public void An_update_that_fails_to_read_a_file_is_not_tried_again()
    {
        using var sharing = new Sharing();
        var mistake = new IOException("made on purpose");
        var times = 0;

        var error = sharing.Update(_ =>
        {
            // A second call must end, too.
            if (++times > 1) throw new OperationCanceledException();
            throw mistake;
        });

        if (times != 1 || error != mistake)
            Fail.Because("An update threw an IOException of its own, and the lock took it for a file"
                + " that is in use: " + (times == 1
                    ? "the caller never heard of it." : "it ran the update again."),
                "Catch the exception around the opening of the lock file alone.");
    }

    [Test]
    public void When_the_owner_has_let_go_neither_region_nor_lock_is_left()
    {
        var before = OpenFiles.Now();
        using var sharing = new Sharing();
        var during = OpenFiles.Now();
        sharing.Update(value =>
        {
            during = OpenFiles.Now();
            return value + 1;
        });

        sharing.LetGo();

        var elsewhere = during.Except(before)
            .FirstOrDefault(path => !sharing.Holds(path) && File.Exists(path));
        if (elsewhere is not null)
            Fail.Because("The owner has disposed of the number, but outside its folder there is still:"
                + $" {elsewhere}.", "Keep all files in the folder, and dispose of a mutex, too.");

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
