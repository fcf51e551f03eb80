using Katas.Tests.Board;
using Katas.Tests.Board.Commands;

return new KataCommands(
    Repository.Root, Delivered.FromThisBuild(), Console.In, Console.Out).Run(args);
