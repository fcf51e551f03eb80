// right: one method takes both accounts in order and runs what is given to it
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        UnderBoth(from, to, () =>
        {
            from.Balance -= amount;
            to.Balance += amount;
        });
    }

    public static int Total(Account one, Account other)
    {
        var total = 0;
        UnderBoth(one, other, () => total = one.Balance + other.Balance);
        return total;
    }

    static void UnderBoth(Account one, Account other, Action work)
    {
        if (one.Number > other.Number)
        {
            UnderBoth(other, one, work);
            return;
        }
        lock (one)
            lock (other)
                work();
    }
}
