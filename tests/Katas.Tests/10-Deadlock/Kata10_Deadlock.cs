using Interleavings;
using Katas.Deadlock;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(10, "Deadlock", "katas/10-Deadlock/Bank.cs")]
public class Kata10_Deadlock
{
    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Opposite_transfers_both_end()
    {
        var ann = new Account(4, 100);
        var ben = new Account(5, 100);

        Together(
            () => Bank.Transfer(ann, ben, 10),
            () => Bank.Transfer(ben, ann, 30));

        (ann.Balance, ben.Balance).ShouldBe((120, 80), "both transfers are to be made in full");
    }

    [TestCase(1), TestCase(2), EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void While_an_account_is_locked_its_balance_stays(int number)
    {
        Account ann = new(1, 100), ben = new(2, 100);
        var locked = number == 1 ? ann : ben;
        var (before, after) = (0, 0);

        Together(
            () => Bank.Transfer(ann, ben, 10),
            () =>
            {
                lock (locked)
                {
                    before = locked.Balance;
                    after = locked.Balance;
                }
            });

        after.ShouldBe(before, "the balance changed while another thread held the account's lock");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void A_transfer_to_oneself_changes_nothing()
    {
        var ann = new Account(1, 100);

        Bank.Transfer(ann, ann, 10);

        ann.Balance.ShouldBe(100, "from Ann to Ann, nothing is to change");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void No_money_is_lost_or_made()
    {
        var ann = new Account(1, 100);
        var ben = new Account(2, 100);

        Together(
            () => Bank.Transfer(ann, ben, 10),
            () => Bank.Transfer(ann, ben, 30));

        (ann.Balance, ben.Balance).ShouldBe((60, 140), "both transfers are to be made in full");
    }

    [TestCase(4, 5), TestCase(5, 4), EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void A_total_never_misses_money_on_its_way(int from, int to)
    {
        var ann = new Account(from, 100);
        var ben = new Account(to, 100);
        var total = 0;

        Together(
            () => Bank.Transfer(ann, ben, 10),
            () => total = Bank.Total(ben, ann));

        total.ShouldBe(200, "money on its way was missed or counted twice");
    }

    [TestCase(1), TestCase(2), EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void A_total_holds_both_accounts_while_a_third_pays_one_of_them(int number)
    {
        Account ann = new(1, 100), ben = new(2, 100), cem = new(3, 100);
        var paid = number == 1 ? ann : ben;
        var total = 0;

        Together(
            () => Bank.Transfer(cem, paid, 10),
            () => total = Bank.Total(ann, ben));

        total.ShouldBeOneOf([200, 210], "the two never held that much");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Transfers_in_a_circle_all_end()
    {
        var ann = new Account(1, 100);
        var ben = new Account(2, 100);
        var cem = new Account(3, 100);

        Together(
            () => Bank.Transfer(ann, ben, 10),
            () => Bank.Transfer(ben, cem, 20),
            () => Bank.Transfer(cem, ann, 30));

        (ann.Balance, ben.Balance, cem.Balance).ShouldBe(
            (120, 90, 90), "all transfers are to be made in full");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Accounts_that_are_equal_are_still_two_accounts()
    {
        var ann = new EqualAccount(1, 100);
        var ben = new EqualAccount(2, 100);

        Together(
            () => Bank.Transfer(ann, ben, 10),
            () => Bank.Transfer(ben, ann, 30));

        (ann.Balance, ben.Balance).ShouldBe((120, 80), "both transfers are to be made in full");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void An_account_can_be_overdrawn()
    {
        var ann = new Account(1, 0);
        var ben = new Account(2, 0);

        Bank.Transfer(ann, ben, 10);

        (ann.Balance, ben.Balance).ShouldBe((-10, 10), "every transfer is to be made in full");
    }

    /// <summary>The last numbers are 64 more: so they have a lock in common where there are 64, or 16.</summary>
    [TestCase(1, 2, 3, 4), TestCase(1, 2, 65, 66)]
    [EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Transfers_without_a_common_account_do_not_wait_for_each_other(
        int first, int second, int third, int fourth)
    {
        var bothAtWork = new Barrier(2);
        var ann = new MeetingAccount(first, 100, bothAtWork);
        var ben = new Account(second, 100);
        var cem = new MeetingAccount(third, 100, bothAtWork);
        var dee = new Account(fourth, 100);

        Together(
            () => Bank.Transfer(ann, ben, 10),
            () => Bank.Transfer(cem, dee, 10));
    }

    /// <summary>Equal to all others of its kind.</summary>
    sealed class EqualAccount(int number, int balance) : Account(number, balance)
    {
        public override bool Equals(object? other) => other is EqualAccount;

        public override int GetHashCode() => 0;
    }

    /// <summary>Its balance changes when that of another such account does.</summary>
    sealed class MeetingAccount(int number, int balance, Barrier meeting)
        : Account(number, balance)
    {
        readonly Barrier _meeting = meeting;

        public override int Balance
        {
            get => base.Balance;
            set
            {
                _meeting.SignalAndWait();
                base.Balance = value;
            }
        }
    }

    static void Together(params ThreadStart[] clerks)
    {
        var threads = new Thread[clerks.Length];
        for (var i = 0; i < clerks.Length; i++)
        {
            threads[i] = new Thread(clerks[i]);
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
