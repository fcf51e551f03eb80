// hostile: a race in an extension property -> data race
public static class Extensions
{
    extension(Kata.Cell cell)
    {
        public int Next
        {
            get => cell.Number + 1;
            set => cell.Number = value - 1;
        }
    }
}

public static class Kata
{
    public sealed class Cell
    {
        public int Number;
    }

    public static void Run()
    {
        var cell = new Cell();
        var worker = new Thread(() => cell.Next += 1);
        worker.Start();
        cell.Next += 1;
        worker.Join();
    }
}
