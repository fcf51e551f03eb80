namespace Katas.Deadlock;

public static class Bank
{
    /// <summary>Moves an amount from one account to another.</summary>
    public static void Transfer(Account from, Account to, int amount)
    {
        lock (from)
        {
            lock (to)
            {
                from.Balance -= amount;
                to.Balance += amount;
            }
        }
    }

    /// <summary>What two different accounts hold together.</summary>
    public static int Total(Account one, Account other)
    {
        lock (one)
        {
            lock (other)
            {
                return one.Balance + other.Balance;
            }
        }
    }
}
